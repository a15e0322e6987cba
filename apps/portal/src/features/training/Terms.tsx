import { When } from '../../app/ui/index.ts';
import type { Training } from '../../app/use-training-labels.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './training.module.css';

/** Whether it is required, who asks for it, and by when. */
export function Terms({ item }: { item: Training }) {
  const text = useText();
  return (
    <p className={css.terms}>
      <span>{text(item.required ? 'training.required' : 'training.elective')}</span>
      <span>{item.organizationName}</span>
      {item.dueAt && (
        <span>
          <When at={item.dueAt} due />
        </span>
      )}
    </p>
  );
}
