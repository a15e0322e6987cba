import type { reports, ResponseOf } from '@dangxiao/contracts';
import { useFormat } from '@dangxiao/web-kit';
import { Alert } from 'antd';
import { useText } from '../../i18n/use-text.ts';

/** Says what the figures on screen do not hold yet; nothing when they are true to every row. */
export function CountingNote({ counting }: Pick<ResponseOf<typeof reports.overview>, 'counting'>) {
  const text = useText();
  const format = useFormat();
  if (counting.waiting === 0 || !counting.since) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={text('dashboards.counting', { count: counting.waiting, when: format.when(counting.since) })}
    />
  );
}
