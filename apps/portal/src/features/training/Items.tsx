import { IconChevronRight, IconCircle, IconCircleCheckFilled, IconLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { addressOf } from '../../app/training-step.ts';
import ui from '../../app/ui/ui.module.css';
import type { Training } from '../../app/use-training-labels.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './training.module.css';

type Item = Training['items'][number];

/** What is to be done, numbered where it is more than one thing. */
export function Items({ item }: { item: Training }) {
  const text = useText();
  const several = item.items.length > 1;
  return (
    <ol className={css.items}>
      {item.items.map((one, index) => (
        <li key={`${one.courseId}${one.examId ?? ''}`}>
          {one.waitsFor || item.upcoming ? (
            <span className={css.item}>{words(one, index)}</span>
          ) : (
            <Link to={addressOf(one)} className={css.item}>
              {words(one, index)}
              <IconChevronRight size="1.1em" stroke={1.6} aria-hidden className={css.onward} />
            </Link>
          )}
        </li>
      ))}
    </ol>
  );

  function words(one: Item, index: number) {
    const state = stateOf(one);
    return (
      <>
        <span className={one.done ? `${css.number} ${css.done}` : css.number} aria-hidden>
          {one.done ? (
            <IconCircleCheckFilled size="1.3em" />
          ) : one.waitsFor ? (
            <IconLock size="1.2em" />
          ) : several ? (
            index + 1
          ) : (
            <IconCircle size="1.3em" stroke={1.4} />
          )}
        </span>
        <span className={css.itemText}>
          <span>{one.title}</span>
          {state && <span className={ui.hint}>{state}</span>}
        </span>
      </>
    );
  }

  function stateOf(one: Item) {
    if (one.waitsFor) return text('training.waitsFor', { title: one.waitsFor });
    if (one.done) return text('training.finished');
    return one.begun ? text('training.begun') : '';
  }
}
