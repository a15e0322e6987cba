import { toNextStep, type NextStep } from '../../app/next-step.ts';
import { ButtonLink } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';

/** Always says the next step. */
export function NextButton({ next, fullWidth = false }: { next: NextStep; fullWidth?: boolean }) {
  const text = useText();
  return (
    <ButtonLink to={toNextStep(next)} fullWidth={fullWidth}>
      {text(`course.go_${next.kind}`, { title: next.title })}
    </ButtonLink>
  );
}
