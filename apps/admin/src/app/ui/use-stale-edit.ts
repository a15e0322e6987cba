import type { ApiFailure } from '@dangxiao/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';

type Editable = { revision: number };

export interface StaleEdit<Saved extends Editable | null> {
  /** What the next save goes over: its revision is sent. Null for something new. */
  base: () => Saved;
  /** For `onFailed`: remembers what somebody else saved. True when that is why it failed. */
  caught: (failure: ApiFailure) => boolean;
  /** What somebody else saved meanwhile; null while nobody did. */
  theirs: NonNullable<Saved> | null;
  /** Saves again, over what somebody else saved. */
  keepMine: (save: () => void) => void;
  /** Drops what was typed here. */
  takeTheirs: () => void;
}

/**
 * An edit that somebody else may overtake; `StaleNotice` shows it.
 * @param opened what the form started from
 * @param onTakeTheirs mostly closes the form; what is on screen is read again before
 */
export function useStaleEdit<Saved extends Editable | null>(opened: Saved, onTakeTheirs: () => void): StaleEdit<Saved> {
  const client = useQueryClient();
  const [theirs, setTheirs] = useState<NonNullable<Saved> | null>(null);
  const base = useRef(opened);
  return {
    base: () => base.current,
    caught: ({ code, params }) => {
      if (code !== 'stale_revision') return false;
      setTheirs(params['current'] as NonNullable<Saved>);
      return true;
    },
    theirs,
    keepMine: (save) => {
      if (theirs) base.current = theirs;
      setTheirs(null);
      save();
    },
    takeTheirs: () => {
      void client.invalidateQueries();
      onTakeTheirs();
    },
  };
}
