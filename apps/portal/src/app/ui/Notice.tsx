import { IconAlertTriangle, IconCircleCheck, IconExclamationCircle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Tone } from './tone.ts';
import css from './ui.module.css';

const icons = { good: IconCircleCheck, warn: IconAlertTriangle, bad: IconExclamationCircle, info: IconInfoCircle };

interface Props {
  tone: Tone;
  children: ReactNode;
  actions?: ReactNode;
  /** Read out at once: for what appears in answer to something the person did. */
  announced?: boolean;
}

/** A sentence with an icon and a border: never colour alone. */
export function Notice({ tone, children, actions, announced = false }: Props) {
  const Icon = icons[tone];
  return (
    <div className={`${css.notice} ${css[tone]}`} {...(announced ? { role: 'alert' } : {})}>
      <Icon size="1.25em" aria-hidden />
      <div>
        {children}
        {actions && <div className={css.noticeActions}>{actions}</div>}
      </div>
    </div>
  );
}
