import { useFormat } from '@dangxiao/web-kit';

/** An instant in words, the whole date on hover. */
export function When({ at, day = false }: { at: string; day?: boolean }) {
  const format = useFormat();
  return (
    <time dateTime={at} title={format.full(at)}>
      {day ? format.day(at) : format.when(at)}
    </time>
  );
}
