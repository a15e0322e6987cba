import { IconCircleCheck, IconLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { ButtonLink, When } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useTrainingWords, type Training } from '../../app/use-training-words.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './training.module.css';

type Item = Training['items'][number];

const addressOf = (item: Item) => (item.examId ? paths.exam(item.examId) : paths.course(item.courseId));

/** One assignment: time left, what to do in which order, and why it came to me. The most urgent one has the page's primary button. */
export function TrainingCard({ item, first = false }: { item: Training; first?: boolean }) {
  const text = useText();
  const { left, why } = useTrainingWords();
  const late = item.state === 'overdue' || item.state === 'in_grace';
  const next = item.upcoming ? undefined : item.items.find((one) => !one.done && one.waitsFor === null);
  return (
    <article className={`${ui.card} ${css.card}`}>
      <header className={css.head}>
        <h2>{item.title}</h2>
        <span className={late ? css.late : css.left}>{left(item)}</span>
      </header>
      <p className={ui.second}>
        {text(item.required ? 'training.required' : 'training.elective')} · {item.organizationName}
        {item.dueAt && (
          <>
            {' · '}
            <When at={item.dueAt} due />
          </>
        )}
      </p>
      {item.description && <p>{item.description}</p>}
      <ol className={css.items}>
        {item.items.map((one, index) => (
          <li key={`${one.courseId}${one.examId ?? ''}`} className={css.item}>
            <span aria-hidden className={css.number}>
              {one.done ? <IconCircleCheck size="1.3em" /> : one.waitsFor ? <IconLock size="1.2em" /> : index + 1}
            </span>
            <span>
              {one.waitsFor || item.upcoming ? one.title : <Link to={addressOf(one)}>{one.title}</Link>}
              <span className={ui.hint}>
                {' '}
                {one.waitsFor
                  ? text('training.waitsFor', { title: one.waitsFor })
                  : one.done
                    ? text('training.finished')
                    : one.begun
                      ? text('training.begun')
                      : ''}
              </span>
            </span>
          </li>
        ))}
      </ol>
      <details className={css.why}>
        <summary>{text('training.why')}</summary>
        <ul>
          {item.reasons.map((reason, index) => (
            <li key={index}>{why(reason)}</li>
          ))}
        </ul>
      </details>
      {next && item.state !== 'finished' && (
        <ButtonLink to={addressOf(next)} className={css.action ?? ''} variant={first ? 'filled' : 'default'}>
          {text(next.begun ? 'training.goOn' : 'training.begin', { title: next.title })}
        </ButtonLink>
      )}
    </article>
  );
}
