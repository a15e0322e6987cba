import { clockOf, type OutboxState } from '@dangxiao/web-kit';
import { IconCheck, IconClock, IconCloudOff, IconExclamationCircle, IconRefresh } from '@tabler/icons-react';
import { useText } from '../../i18n/use-text.ts';
import css from './exams.module.css';

const lowSeconds = 300;

interface Props {
  title: string;
  seconds: number;
  status: OutboxState['status'];
  waiting: number;
}

export function AttemptBar({ title, seconds, status, waiting }: Props) {
  const text = useText();
  const low = seconds <= lowSeconds;
  return (
    <header className={css.bar}>
      <div className={css.barRow}>
        <h1 className={css.barTitle}>{title}</h1>
        <span
          className={low ? `${css.timer} ${css.timerLow}` : css.timer}
          role="timer"
          aria-label={text('attempt.left')}
        >
          <IconClock size="1.1em" aria-hidden />
          {clockOf(seconds * 1000)}
        </span>
        <span className={css.status} role="status">
          <StatusIcon status={status} />
          {statusLabels()}
        </span>
        {low && (
          <span className="visually-hidden" role="status">
            {text('attempt.minutesLeft', { count: Math.ceil(seconds / 60) })}
          </span>
        )}
      </div>
    </header>
  );

  function statusLabels() {
    if (status === 'offline') return text('attempt.status_offline_short', { count: waiting });
    if (status === 'superseded') return text('attempt.elsewhereTitle');
    if (status === 'refused' || status === 'late') return text(`attempt.status_${status}`);
    return text(status === 'saved' ? 'attempt.status_saved' : 'attempt.status_saving');
  }
}

function StatusIcon({ status }: { status: OutboxState['status'] }) {
  const size = '1.1em';
  if (status === 'saved') return <IconCheck size={size} aria-hidden />;
  if (status === 'saving') return <IconRefresh size={size} aria-hidden />;
  return status === 'offline' ? (
    <IconCloudOff size={size} aria-hidden />
  ) : (
    <IconExclamationCircle size={size} aria-hidden />
  );
}
