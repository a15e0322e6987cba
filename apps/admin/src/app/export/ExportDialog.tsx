import { EXPORT_AS_OF, exportColumnsOf, exports, type ExportKind, type ExportQuery } from '@dangxiao/contracts';
import { exportKindLabels, exportQueryText } from '@dangxiao/contracts/labels';
import { useErrorText, useFormat, useMutationOf } from '@dangxiao/web-kit';
import { Alert, Button, Checkbox, DatePicker, Modal, Select, Space } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useId, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useMay } from '../use-may.ts';
import { ColumnList } from './ColumnList.tsx';
import { rememberChoices, rememberedChoices, usualChoices } from './columns.ts';
import css from './export.module.css';
import { useLanguage } from './use-language.ts';

export interface ExportOffer {
  kind: ExportKind;
  query: ExportQuery;
}

interface Props {
  /** What can be exported from here, the usual one first. */
  offers: readonly [ExportOffer, ...ExportOffer[]];
  /** What the ids of the queries are called. */
  names: Readonly<Record<string, string>>;
  asOf?: string | undefined;
  onClose: () => void;
  onStarted: () => void;
}

/** What, which columns in which order, as of which day; how many rows that is. */
export function ExportDialog({ offers, names, asOf: shown, onClose, onStarted }: Props) {
  const text = useText();
  const may = useMay();
  const format = useFormat();
  const errors = useErrorText();
  const language = useLanguage();
  const labelled = useId();
  const [kind, setKind] = useState(offers[0].kind);
  const [choices, setChoices] = useState(() => rememberedChoices(kind));
  const [day, setDay] = useState(kind in EXPORT_AS_OF ? shown : undefined);
  const [wholeNumbers, setWhole] = useState(false);
  const { query } = offers.find((offer) => offer.kind === kind) ?? offers[0];
  const dated = kind in EXPORT_AS_OF;
  const asked = { kind, query, ...(dated && day ? { asOf: day } : {}) };
  const key = JSON.stringify(asked);
  const { mutate: count, data: counted, error: countFailure, isPending: counting } = useMutationOf(exports.countRows);
  useEffect(() => {
    count({ body: JSON.parse(key) as typeof asked });
  }, [count, key]);
  const {
    mutate: start,
    error: failure,
    isPending: starting,
  } = useMutationOf(exports.createExport, {
    refreshes: [exports.listExports],
    onDone: () => {
      rememberChoices(kind, choices);
      onStarted();
    },
  });
  const possible: readonly string[] = exportColumnsOf(kind, dated && Boolean(day) && !dayjs().isSame(day, 'day'));
  const offered = choices.filter(({ id }) => possible.includes(id));
  const columns = offered.filter(({ chosen }) => chosen).map(({ id }) => id);
  const numbers = columns.includes('phone') || columns.includes('identityNumber');
  const choose = (next: ExportKind) => {
    setKind(next);
    setChoices(rememberedChoices(next));
  };
  const conditions = exportQueryText(query, names, language, (at) => format.full(at));
  const problem = failure ?? countFailure;
  return (
    <Modal
      open
      width={560}
      title={text('exports.title', { what: exportKindLabels[kind][language] })}
      onCancel={onClose}
      okText={text('exports.start')}
      cancelText={text('app.cancel')}
      confirmLoading={starting}
      okButtonProps={{ disabled: columns.length === 0 }}
      onOk={() =>
        start({ body: { ...asked, columns, language, wholeNumbers: numbers && may('people.numbers') && wholeNumbers } })
      }
    >
      {problem && <Alert type="error" showIcon title={errors.of(problem)} />}
      <div className={css.part}>
        <dl className={css.facts}>
          {offers.length > 1 && (
            <>
              <dt>{text('exports.what')}</dt>
              <dd>
                <Select<ExportKind>
                  aria-label={text('exports.what')}
                  value={kind}
                  size="small"
                  style={{ minWidth: 200 }}
                  onChange={choose}
                  options={offers.map((offer) => ({
                    value: offer.kind,
                    label: exportKindLabels[offer.kind][language],
                  }))}
                />
              </dd>
            </>
          )}
          <dt>{text('exports.query')}</dt>
          <dd>{conditions.map(({ label, value }) => `${label} ${value}`).join(' · ') || text('exports.everything')}</dd>
        </dl>
        <span className={css.rows} role="status">
          {counting || !counted
            ? text('exports.counting')
            : text('exports.rows', { count: counted.rows.toLocaleString('en') })}
        </span>
      </div>
      {dated && (
        <div className={css.part}>
          <span className={css.label}>{text('exports.asOf')}</span>
          <DatePicker
            aria-label={text('exports.asOf')}
            value={day ? dayjs(day) : null}
            maxDate={dayjs()}
            onChange={(value: dayjs.Dayjs | null) => setDay(value?.format('YYYY-MM-DD'))}
          />
          <p className={css.hint}>{text('exports.asOfHint')}</p>
        </div>
      )}
      <div className={css.part} role="group" aria-labelledby={labelled}>
        <div className={css.head}>
          <span className={css.label} id={labelled}>
            {text('exports.columns')}
          </span>
          <Space size={0}>
            <Button
              type="link"
              size="small"
              onClick={() => setChoices(choices.map(({ id }) => ({ id, chosen: true })))}
            >
              {text('exports.all')}
            </Button>
            <Button type="link" size="small" onClick={() => setChoices(usualChoices(kind))}>
              {text('exports.usual')}
            </Button>
          </Space>
        </div>
        <p className={css.hint}>{columns.length === 0 ? text('exports.noColumns') : text('exports.columnsHint')}</p>
        <ColumnList
          kind={kind}
          language={language}
          choices={offered}
          onChange={(next) => setChoices([...next, ...choices.filter(({ id }) => !possible.includes(id))])}
        />
      </div>
      {numbers && may('people.numbers') && (
        <div className={css.part}>
          <Checkbox checked={wholeNumbers} onChange={(event) => setWhole(event.target.checked)}>
            {text('exports.wholeNumbers')}
          </Checkbox>
          <p className={css.hint}>{text('exports.wholeNumbersHint')}</p>
        </div>
      )}
    </Modal>
  );
}
