import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useText } from '../../i18n/use-text.ts';
import { useScope } from './scope.tsx';
import css from './shell.module.css';

/** The day whose organizations, people and figures are shown. */
export function AsOfPicker() {
  const text = useText();
  const { asOf, showDay } = useScope();
  return (
    <DatePicker
      className={css.asOf ?? ''}
      aria-label={text('changes.asOf')}
      placeholder={text('changes.asOfToday')}
      prefix={text('changes.asOf')}
      value={asOf ? dayjs(asOf) : null}
      onChange={(day: Dayjs | null) =>
        showDay(day && day.isBefore(dayjs(), 'day') ? day.format('YYYY-MM-DD') : undefined)
      }
      disabledDate={(day) => day.isAfter(dayjs(), 'day')}
    />
  );
}
