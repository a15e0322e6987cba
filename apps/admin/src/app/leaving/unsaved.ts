import { useEffect, useRef } from 'react';
import type { TextKey } from '../../i18n/use-text.ts';

/** The question before something is lost: its texts by their keys. */
export interface LeaveQuestion {
  title: TextKey;
  content: TextKey;
  leave: TextKey;
  stay: TextKey;
}

/** Which way of leaving loses the work: to another page; also by Back and Forward, which close a drawer; or by any change of the address. */
export type Loss = 'page' | 'back' | 'address';

interface Unsaved {
  changed: () => boolean;
  loss: Loss;
  question: LeaveQuestion;
}

/** Of a form whose values are not saved. */
export const typedValues: LeaveQuestion = {
  title: 'app.discard.title',
  content: 'app.discard.consequence',
  leave: 'app.discard.action',
  stay: 'app.discard.stay',
};

/** Everything on the page that may hold unsaved work. The router asks one blocker only, so one guard speaks for all of them. */
const registered = new Set<Unsaved>();

/** The question of the first registered thing that loses unsaved work in one of these ways; undefined when nothing is lost. */
export const unsavedQuestion = (losses: readonly Loss[]): LeaveQuestion | undefined =>
  [...registered].find(({ changed, loss }) => losses.includes(loss) && changed())?.question;

/** The losses that a navigation brings. @param back by Back or Forward of the browser */
export function lossesOf(from: string, to: string, back: boolean): Loss[] {
  if (from !== to) return ['page', 'back', 'address'];
  return back ? ['back', 'address'] : ['address'];
}

/**
 * Registers work that leaving the page would lose, while the caller is on the page.
 * @param changed says at the moment of leaving whether anything is unsaved
 */
export function useUnsaved(changed: () => boolean, loss: Loss, question: LeaveQuestion = typedValues): void {
  const latest = useRef(changed);
  useEffect(() => {
    latest.current = changed;
  });
  useEffect(() => {
    const entry = { changed: () => latest.current(), loss, question };
    registered.add(entry);
    return () => void registered.delete(entry);
  }, [loss, question]);
}
