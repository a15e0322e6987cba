import { credits, type ResponseOf } from '@dangxiao/contracts';
import { useEndpoint, useFormat, useKitText } from '@dangxiao/web-kit';
import { Alert, Button, Descriptions, Drawer } from 'antd';
import { useState } from 'react';
import { Loaded, When } from '../../../app/ui/index.ts';
import { useMay } from '../../../app/use-may.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from '../people.module.css';
import { Evidence } from './Evidence.tsx';
import { ReverseModal } from './ReverseModal.tsx';
import { useRule } from './use-rule.ts';
import { useSigned } from './use-signed.ts';

type Entry = ResponseOf<typeof credits.getEntry>;

interface Props {
  entryId: string;
  onOpen: (entryId: string) => void;
  onClose: () => void;
}

function Appeal({ appeal }: { appeal: NonNullable<Entry['appeal']> }) {
  const text = useText();
  return (
    <Alert
      type={appeal.decision === 'open' ? 'warning' : 'info'}
      showIcon
      title={text(`records.appeal.${appeal.decision}`)}
      description={
        <>
          <p>{appeal.text}</p>
          {appeal.decisionReason && <p>{text('records.appeal.reason', { reason: appeal.decisionReason })}</p>}
        </>
      }
    />
  );
}

function Detail({ entry, onOpen }: { entry: Entry; onOpen: (entryId: string) => void }) {
  const text = useText();
  const kit = useKitText();
  const rule = useRule();
  const signed = useSigned();
  return (
    <div className={css.detail}>
      {entry.reversed && <Alert type="info" showIcon title={text('records.wasReversed')} />}
      {entry.appeal && <Appeal appeal={entry.appeal} />}
      <section>
        <h3>{text('records.rule')}</h3>
        <p>{rule(entry)}</p>
        <p className={css.hint}>{text('records.policy', { version: entry.policyVersion })}</p>
      </section>
      <Evidence evidence={entry.evidence} onOpen={onOpen} />
      <Descriptions
        column={1}
        bordered
        size="small"
        items={[
          { key: 'hours', label: text('records.hours'), children: signed(entry.hours) },
          { key: 'counter', label: text('records.counter'), children: kit(`counter.${entry.counter}`) },
          {
            key: 'when',
            label: text('records.effective'),
            children: <When at={entry.effectiveAt} day={entry.sourceKind === 'recognition'} />,
          },
          { key: 'recorded', label: text('records.recorded'), children: <When at={entry.recordedAt} /> },
          { key: 'org', label: text('records.organizationThen'), children: entry.organizationName },
          { key: 'seq', label: text('records.number'), children: text('records.numberOf', { seq: entry.seq }) },
          {
            key: 'hash',
            label: text('records.hash'),
            children: (
              <>
                <div className={css.hash}>{entry.hash}</div>
                <div className={css.hint}>{text('records.hashHint')}</div>
              </>
            ),
          },
        ]}
      />
    </div>
  );
}

/** An entry down to its evidence: intervals, attempt, files or reason. */
export function EntryDrawer({ entryId, onOpen, onClose }: Props) {
  const text = useText();
  const format = useFormat();
  const may = useMay();
  const [reversing, setReversing] = useState(false);
  const entry = useEndpoint(credits.getEntry, { params: { entryId } });
  const reversible = entry.data && !entry.data.reversed && entry.data.sourceKind !== 'reversal';
  return (
    <Drawer
      open
      size={560}
      title={entry.data ? `${entry.data.title} · ${format.hours(entry.data.hours)}` : text('records.evidence')}
      onClose={onClose}
      closable={{ 'aria-label': text('app.close') }}
      extra={
        reversible &&
        may('credits.reverse') && (
          <Button danger onClick={() => setReversing(true)}>
            {text('records.reverse')}
          </Button>
        )
      }
    >
      <Loaded query={entry}>{(data) => <Detail entry={data} onOpen={onOpen} />}</Loaded>
      {reversing && entry.data && <ReverseModal entry={entry.data} onClose={() => setReversing(false)} />}
    </Drawer>
  );
}
