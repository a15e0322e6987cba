import { useFormat } from '@dangxiao/web-kit';

/** An instant in words, with the whole date on hover and for machines. */
export function When({ at, due = false, day = false }: { at: string; due?: boolean; day?: boolean }) {
  const format = useFormat();
  return (
    <time dateTime={at} title={format.full(at)}>
      {day ? format.day(at) : due ? format.due(at) : format.when(at)}
    </time>
  );
}
