import { useEffect, useRef, type RefObject } from 'react';

/** A dialog above the popup, e.g. the question that a drag in its tree leads to, keeps the popup open. */
function underDialog(own: HTMLElement): boolean {
  return [...document.querySelectorAll('[role="dialog"]')].some(
    (dialog) => !own.contains(dialog) && dialog.checkVisibility(),
  );
}

/** Closes a popup when the work goes on elsewhere (pointer or focus) or Esc is pressed. */
export function useDismiss(popup: RefObject<HTMLElement | null>, open: boolean, close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    if (!open) return;
    const elsewhere = ({ target }: Event) => {
      const own = popup.current;
      if (own && target instanceof Node && !own.contains(target) && !underDialog(own)) latest.current();
    };
    const onKey = ({ key }: KeyboardEvent) => {
      const own = popup.current;
      if (key !== 'Escape' || !own || underDialog(own)) return;
      latest.current();
      own.querySelector<HTMLElement>('[aria-expanded]')?.focus();
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
      document.removeEventListener('keydown', onKey);
    };
  }, [popup, open]);
}
