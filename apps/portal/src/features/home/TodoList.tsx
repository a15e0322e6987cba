import { IconAlertCircle, IconCalendarEvent } from '@tabler/icons-react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Section } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { isUrgent, useTrainingLabels, type Training } from '../../app/use-training-labels.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './home.module.css';

const SHOWN = 3;

/** What is assigned and by when, the most urgent first. */
export function TodoList({ items }: { items: readonly Training[] }) {
  const text = useText();
  const { left } = useTrainingLabels();
  const open = items.filter((item) => item.state !== 'finished');
  if (open.length === 0) return null;
  return (
    <Section
      title={text('home.todo')}
      aside={
        <Link to={paths.training()} className={ui.link}>
          {text('home.seeTraining', { count: open.length })}
        </Link>
      }
    >
      <ul className={ui.rows}>
        {open.slice(0, SHOWN).map((item) => (
          <li key={item.assignmentId}>
            <Link to={paths.training(item.assignmentId)} className={css.todo}>
              {isUrgent(item) ? (
                <IconAlertCircle size="1.3em" stroke={1.8} aria-hidden className={css.urgent} />
              ) : (
                <IconCalendarEvent size="1.3em" stroke={1.6} aria-hidden className={css.calm} />
              )}
              <span className={css.todoText}>
                <span>{item.title}</span>
                <span className={css.todoEnd}>
                  <span className={isUrgent(item) ? css.urgent : ''}>{left(item)}</span>
                  <span className={ui.hint}>{text(item.required ? 'training.required' : 'training.elective')}</span>
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
