import { useEffect, useRef, useState, type ChangeEvent } from 'react';

const pauseMs = 300;

/** What a search box is given, besides its looks; spread it on the input. */
export interface SearchInput {
  value: string;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  onCompositionStart: () => void;
  onCompositionEnd: () => void;
}

/**
 * The text of a search box whose word lives elsewhere, mostly in the address. A word that changed there (a link, "clear", another
 * box) replaces the text; a word that came from here leaves it as it was typed. Letters that an input method still composes wait
 * until they are a word.
 * @param value the word that is searched for now
 * @param onSearch takes the trimmed text when typing pauses; without it the text is only kept, for a box that is sent with Enter
 * @returns the text as typed, and what the input is given
 */
export function useSearchText(value: string, onSearch?: (word: string) => void): { typed: string; input: SearchInput } {
  const [typed, setTyped] = useState(value);
  const [composing, setComposing] = useState(false);
  const known = useRef(value);
  const search = useRef(onSearch);
  useEffect(() => {
    search.current = onSearch;
  });
  useEffect(() => {
    if (value !== known.current) setTyped(value);
    known.current = value;
  }, [value]);
  useEffect(() => {
    const word = typed.trim();
    if (!search.current || composing || word === known.current) return;
    const timer = setTimeout(() => {
      known.current = word;
      search.current?.(word);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, composing]);
  return {
    typed,
    input: {
      value: typed,
      onChange: ({ target }) => setTyped(target.value),
      onCompositionStart: () => setComposing(true),
      onCompositionEnd: () => setComposing(false),
    },
  };
}
