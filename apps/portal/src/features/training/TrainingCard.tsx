import { IconAlertCircle, IconClock } from '@tabler/icons-react';
import { addressOf, nextOf } from '../../app/training-step.ts';
import { ButtonLink } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { isUrgent, useTrainingLabels, type Training } from '../../app/use-training-labels.ts';
import { useText } from '../../i18n/use-text.ts';
import { Items } from './Items.tsx';
import { Terms } from './Terms.tsx';
import css from './training.module.css';
import { Why } from './Why.tsx';

/** One assignment: time left, what to do in which order, and why it came to me. The most urgent one has the page's primary button. */
export function TrainingCard({ item, first }: { item: Training; first: boolean }) {
  const text = useText();
  const { left } = useTrainingLabels();
  const urgent = isUrgent(item);
  const next = nextOf(item);
  const Icon = urgent ? IconAlertCircle : IconClock;
  return (
    <article id={item.assignmentId} className={`${ui.card} ${css.card}`}>
      <header className={css.head}>
        <h2>{item.title}</h2>
        <span className={urgent ? `${css.left} ${css.late}` : css.left}>
          <Icon size="1.1em" aria-hidden />
          {left(item)}
        </span>
      </header>
      <Terms item={item} />
      {item.description && <p>{item.description}</p>}
      <Items item={item} />
      {next && (
        <ButtonLink to={addressOf(next)} className={css.action ?? ''} variant={first ? 'filled' : 'default'}>
          {text(next.begun ? 'training.goOn' : 'training.begin', { title: next.title })}
        </ButtonLink>
      )}
      <Why reasons={item.reasons} />
    </article>
  );
}
