import { IconCheck, IconX } from '@tabler/icons-react';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './exams.module.css';
import { labelsOf } from './options.ts';
import type { ResultItem as Item } from './types.ts';

export function ResultItem({ item, number }: { item: Item; number: number }) {
  const text = useText();
  const Icon = item.right ? IconCheck : IconX;
  const answer = (choice: readonly string[] | null) =>
    choice && choice.length > 0 ? labelsOf(item, choice, text) : text('result.unanswered');
  return (
    <article className={css.item}>
      <div className={css.itemHead}>
        <h3>
          {number}. {item.text}
        </h3>
        <span className={`${css.mark} ${item.right ? css.right : css.wrong}`}>
          <Icon size="1.1em" aria-hidden />
          {text(item.right ? 'result.rightMark' : 'result.wrongMark')}
        </span>
      </div>
      <dl>
        <div className={css.answerLine}>
          <dt>{text('result.yours')}</dt>
          <dd>{answer(item.choice)}</dd>
        </div>
        {item.correct && !item.right && (
          <div className={css.answerLine}>
            <dt>{text('result.correct')}</dt>
            <dd>{answer(item.correct)}</dd>
          </div>
        )}
        {item.lateChoice && (
          <div className={css.answerLine}>
            <dt>{text('result.lateChoice')}</dt>
            <dd>{answer(item.lateChoice)}</dd>
          </div>
        )}
      </dl>
      {item.explanation && (
        <p className={ui.second}>
          {text('result.explanation')}: {item.explanation}
        </p>
      )}
    </article>
  );
}
