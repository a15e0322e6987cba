import type { credits, ResponseOf } from '@dangxiao/contracts';
import { useFormat } from '@dangxiao/web-kit';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useRequirementName } from '../../app/requirement-name.ts';
import { Ring, Section } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './home.module.css';

type Hours = ResponseOf<typeof credits.myHours>;

/** How the year stands: a sentence, then each requirement with what is missing. */
export function HoursCard({ hours }: { hours: Hours }) {
  const text = useText();
  const format = useFormat();
  const nameOf = useRequirementName();
  const open = hours.requirements.filter(({ done }) => !done);
  return (
    <Section
      title={text('home.hours')}
      aside={
        <Link to={paths.hours()} className={ui.link}>
          {text('home.seeHours')}
        </Link>
      }
    >
      <div className={ui.card}>
        <p>{sentence()}</p>
        {open.length > 0 && <p className={ui.hint}>{deadline()}</p>}
        {hours.requirements.map((requirement) => (
          <div key={requirement.key} className={css.requirement}>
            <Ring percent={(Number(requirement.earned) / Number(requirement.required)) * 100} size="2.75rem" />
            <div>
              <p>{nameOf(requirement)}</p>
              <p className={ui.hint}>
                {text('home.of', {
                  earned: format.number(requirement.earned),
                  required: format.hours(requirement.required),
                })}
              </p>
            </div>
            {requirement.done ? (
              <span className={css.done}>
                <IconCircleCheck size="1.2em" aria-hidden />
                {text('home.done')}
              </span>
            ) : (
              <span className={css.missing}>{text('home.missing', { hours: format.hours(requirement.missing) })}</span>
            )}
          </div>
        ))}
      </div>
    </Section>
  );

  function sentence() {
    if (hours.requirements.length === 0) return text('home.noneRequired');
    return open.length === 0 ? text('home.allDone') : text('home.open', { count: open.length });
  }

  function deadline() {
    const end = `${hours.year}-12-31T12:00:00Z`;
    const days = Math.floor((Date.parse(end) - Date.now()) / 86_400_000);
    return days < 1 ? text('home.lastDay') : text('home.daysLeft', { day: format.day(end), count: days });
  }
}
