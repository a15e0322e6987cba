import { useFormat } from '@dangxiao/web-kit';
import { Alert, Button, DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { Section } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from '../assignments.module.css';
import type { Values } from './values.ts';

dayjs.extend(utc);
dayjs.extend(timezone);

const LOCAL = 'YYYY-MM-DDTHH:mm';
/** An instant as the clock of the school shows it, whatever zone the browser is in; and back. */
const shown = (instant: string, zone: string) => dayjs(dayjs(instant).tz(zone).format(LOCAL));
const instantOf = (day: Dayjs, zone: string) => dayjs.tz(day.format(LOCAL), zone).toISOString();

/** The third step: from when, until when, and the grace. */
export function WhenStep({ values, change }: { values: Values; change: (some: Partial<Values>) => void }) {
  const text = useText();
  const { zone, zoneName } = useFormat();
  const endOf = (day: Dayjs) => day.hour(18).minute(0);
  const field = (name: 'opensAt' | 'dueAt' | 'graceUntil', label: string, hint: string, disabled = false) => {
    const at = values[name];
    return (
      <Form.Item label={label} extra={hint} htmlFor={`assignment-${name}`}>
        <DatePicker
          id={`assignment-${name}`}
          showTime={{ format: 'HH:mm', defaultValue: dayjs('18:00', 'HH:mm') }}
          format="YYYY-MM-DD HH:mm"
          style={{ width: 260 }}
          allowClear={name !== 'opensAt'}
          disabled={disabled}
          value={at ? shown(at, zone) : null}
          onChange={(day) => {
            const picked = day ? instantOf(day, zone) : null;
            if (name === 'opensAt') change(picked ? { opensAt: picked } : {});
            else if (name === 'dueAt') change(picked ? { dueAt: picked } : { dueAt: null, graceUntil: null });
            else change({ graceUntil: picked });
          }}
        />
      </Form.Item>
    );
  };
  const soon = { week: [1, 'week'], month: [1, 'month'], season: [3, 'month'] } as const;
  return (
    <Section>
      <p className={css.hint} style={{ marginBottom: 16 }}>
        {text('assignments.when.zone', { zone: zoneName })}
      </p>
      <Form layout="vertical" requiredMark={false}>
        {field('opensAt', text('assignments.when.opens'), text('assignments.when.opensHint'))}
        {field('dueAt', text('assignments.when.due'), text('assignments.when.dueHint'))}
        <div className={css.endGroup} style={{ margin: '-8px 0 24px' }}>
          {(['week', 'month', 'season'] as const).map((span) => (
            <Button
              key={span}
              size="small"
              onClick={() => {
                const [count, unit] = soon[span];
                change({ dueAt: instantOf(endOf(shown(values.opensAt, zone).add(count, unit)), zone) });
              }}
            >
              {text(`assignments.when.in.${span}`)}
            </Button>
          ))}
        </div>
        {field('graceUntil', text('assignments.when.grace'), text('assignments.when.graceHint'), !values.dueAt)}
      </Form>
      {values.dueAt && Date.parse(values.dueAt) < Date.now() && (
        <Alert type="warning" showIcon title={text('assignments.when.past')} />
      )}
    </Section>
  );
}
