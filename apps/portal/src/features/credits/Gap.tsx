import { useFormat } from '@dangxiao/web-kit';
import { paths } from '../../app/paths.ts';
import { ButtonLink, Section } from '../../app/ui/index.ts';
import ui from '../../app/ui/ui.module.css';
import { useText } from '../../i18n/use-text.ts';
import css from './credits.module.css';
import type { Hours } from './use-hours-pages.ts';

export function Gap({ suggestion }: { suggestion: NonNullable<Hours['suggestion']> }) {
  const text = useText();
  const format = useFormat();
  return (
    <Section title={text('hours.gap')}>
      <div className={`${ui.card} ${css.gap}`}>
        <p>{text('hours.gapText', { course: suggestion.courseTitle, hours: format.hours(suggestion.hours) })}</p>
        <ButtonLink to={paths.course(suggestion.courseId)}>{text('hours.goCourse')}</ButtonLink>
      </div>
    </Section>
  );
}
