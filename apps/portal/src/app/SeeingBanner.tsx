import { accounts } from '@dangxiao/contracts';
import { useFormat, useMe, useMutationOf, useSession } from '@dangxiao/web-kit';
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useText } from '../i18n/use-text.ts';
import css from './ui/ui.module.css';

/** Above every page while an administrator sees the portal as this learner: who, until when, and the way back to oneself. */
export function SeeingBanner() {
  const text = useText();
  const format = useFormat();
  const { person, seeing, serverTime } = useMe();
  const { reload } = useSession();
  const back = () => location.assign('/admin/');
  const end = useMutationOf(accounts.endSeeAs, { onDone: back, onFailed: back });
  const until = seeing?.until;
  useEffect(() => {
    if (!until) return;
    const timer = setTimeout(() => void reload(), Math.max(1000, Date.parse(until) - Date.parse(serverTime)));
    return () => clearTimeout(timer);
  }, [until, serverTime, reload]);
  if (!seeing) return null;
  return (
    <div className={css.seeing} role="status">
      <span>{text('seeing.as', { name: person?.name ?? '', until: format.when(seeing.until) })}</span>
      <Button variant="default" size="sm" loading={end.isPending} onClick={() => end.mutate({})}>
        {text('seeing.end')}
      </Button>
    </div>
  );
}
