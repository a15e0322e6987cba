import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ApiFailure } from '../api/failure.ts';
import { conflictsOf, type Conflict, type StaleFields } from './compare.ts';

type Editable = { revision: number };

/** `Opened` is null for something new. */
export interface StaleEdit<Opened extends Editable | null, Values> {
  /** What the next save goes over: its revision is sent. */
  base: () => Opened;
  /**
   * For a failed save of the values `mine`. Saves again at once where the other person changed none of the form's fields; else the
   * conflict stands until it is decided. False when it failed for another reason.
   */
  caught: (failure: ApiFailure, mine: Values, save: () => void) => boolean;
  /** After a save: the form goes on from what was saved. */
  saved: (now: NonNullable<Opened>) => void;
  /** A conflict stands. */
  open: boolean;
  /** Both versions of each field that differs. Further typing updates the list. It is empty without a conflict. */
  conflicts: (mine: Values) => Conflict[];
  /** Saves over what the other person saved, which has been shown. */
  keepMine: (save: () => void) => void;
  /** Drops what was typed here, once what is on screen has been read again. */
  takeTheirs: () => void;
}

interface Options<Saved, Values> {
  fields: StaleFields<Saved, Values>;
  /** Discards the typed values: the hook closes the form or loads the saved values into it. */
  onTakeTheirs: (theirs: Saved) => void;
}

/**
 * An edit that another person may overtake. It goes over what its form began with, whatever was read since.
 * @param opened what the form began with; null for something new
 */
export function useStaleEdit<Opened extends Editable | null, Values extends object>(
  opened: Opened,
  { fields, onTakeTheirs }: Options<NonNullable<Opened>, Values>,
): StaleEdit<Opened, Values> {
  type Saved = NonNullable<Opened>;
  const client = useQueryClient();
  const base = useRef<Opened>(opened);
  const [met, setMet] = useState<{ began: Opened; theirs: Saved } | null>(null);
  return {
    base: () => base.current,
    caught: ({ code, params }, mine, save) => {
      const theirs = params['current'] as Saved | null | undefined;
      if (code !== 'stale_revision' || !theirs) return false;
      const began: Opened = base.current;
      if (began?.revision === theirs.revision) return false;
      if (conflictsOf(fields, { began, mine, theirs }).length > 0) setMet({ began, theirs });
      else {
        base.current = theirs;
        save();
      }
      return true;
    },
    saved: (now) => {
      base.current = now;
      setMet(null);
    },
    open: met !== null,
    conflicts: (mine) => (met ? conflictsOf(fields, { ...met, mine }) : []),
    keepMine: (save) => {
      if (met) base.current = met.theirs;
      setMet(null);
      save();
    },
    takeTheirs: () => {
      if (!met) return;
      base.current = met.theirs;
      void client.invalidateQueries().then(() => {
        setMet(null);
        onTakeTheirs(met.theirs);
      });
    },
  };
}
