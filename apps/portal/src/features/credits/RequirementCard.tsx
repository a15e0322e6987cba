import { knownText, useFormat, useKitText } from '@dangxiao/web-kit';
import { useRequirementName } from '../../app/requirement-name.ts';
import { Ring } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './credits.module.css';
import type { Hours } from './use-hours-pages.ts';

/** One requirement: a ring, what is missing in words, and where the rule stands. */
export function RequirementCard({ requirement }: { requirement: Hours['requirements'][number] }) {
  const text = useText();
  const kit = useKitText();
  const format = useFormat();
  const nameOf = useRequirementName();
  const percent = (Number(requirement.earned) / Number(requirement.required)) * 100;
  return (
    <div className={`${ui.card} ${css.requirement}`}>
      <Ring percent={percent} size="6.5rem">
        <span className={css.ringFigure}>{format.number(requirement.earned)}</span>
        <span className={css.ringUnit}>/ {format.hours(requirement.required)}</span>
      </Ring>
      <div className={css.requirementText}>
        <h2>{nameOf(requirement)}</h2>
        <p className={requirement.done ? `${css.missing} ${css.done}` : css.missing}>
          {requirement.done ? text('hours.done') : text('hours.missing', { hours: format.hours(requirement.missing) })}
        </p>
        <p className={ui.hint}>
          {text('hours.source', {
            source: knownText(kit, `requirementSource.${requirement.source}`, requirement.source),
          })}
        </p>
      </div>
    </div>
  );
}
