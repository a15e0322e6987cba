import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ConsoleAction } from '../actions.ts';
import { JumpStep } from './JumpStep.tsx';

/** Finds something and goes there. An action on a person asks for the person in a second step. */
export function JumpDialog({ onDone }: { onDone: () => void }) {
  const navigate = useNavigate();
  const [action, setAction] = useState<ConsoleAction | null>(null);
  const go = (to: string) => {
    onDone();
    void navigate(to);
  };
  const begin = (next: ConsoleAction) => ('to' in next.begin ? go(next.begin.to) : setAction(next));
  return <JumpStep key={action?.id ?? ''} action={action} go={go} begin={begin} onBack={() => setAction(null)} />;
}
