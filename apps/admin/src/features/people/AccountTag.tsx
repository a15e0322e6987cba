import type { people, ResponseOf } from '@dangxiao/contracts';
import { Tag } from 'antd';
import { useText } from '../../i18n/use-text.ts';

export type AccountState = ResponseOf<typeof people.getPerson>['account'];

const colours = { none: 'default', invited: 'blue', active: 'green', disabled: 'red' } as const;

/** The state of a person's account in words. */
export function AccountTag({ state }: { state: AccountState }) {
  const text = useText();
  return <Tag color={colours[state]}>{text(`people.accountState.${state}`)}</Tag>;
}
