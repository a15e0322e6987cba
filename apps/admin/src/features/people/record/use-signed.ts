import { useFormat } from '@dangxiao/web-kit';

/** Hours with their sign, as a ledger shows them: '+0.5 学时'. */
export function useSigned(): (hours: string) => string {
  const format = useFormat();
  return (hours) => (hours.startsWith('-') ? format.hours(hours).replace('-', '−') : `+${format.hours(hours)}`);
}
