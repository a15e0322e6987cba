import { useFormat } from '@dangxiao/web-kit';
import { Alert, Button } from 'antd';
import { useText } from '../../i18n/use-text.ts';
import { useScope } from './scope.tsx';

/** Says that a past day is shown, and leads back to today. */
export function AsOfNote() {
  const text = useText();
  const format = useFormat();
  const { asOf, showDay } = useScope();
  if (!asOf) return null;
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 16 }}
      title={text('changes.asOfNote', { day: format.day(asOf) })}
      action={<Button onClick={() => showDay(undefined)}>{text('changes.backToday')}</Button>}
    />
  );
}
