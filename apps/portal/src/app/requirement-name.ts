import { knownText, useKitText } from '@dangxiao/web-kit';

/** The name of a requirement in words: its own, or that of its counter where the school made it up. */
export function useRequirementName() {
  const kit = useKitText();
  return (requirement: { key: string; counter: string }) =>
    knownText(kit, `requirement.${requirement.key}`, kit(`counter.${requirement.counter}`));
}
