import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { ExportButton } from '../../app/export/index.ts';
import { Loaded, Section, useAsked } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './people.module.css';
import { Courses } from './record/Courses.tsx';
import { Entries } from './record/Entries.tsx';
import { RecogniseDrawer } from './record/RecogniseDrawer.tsx';
import { Requirements } from './record/Requirements.tsx';
import { Attempts } from './record/Attempts.tsx';
import { useRecord } from './record/use-record.ts';

/** What a learner owes and has earned in a year, with the evidence behind every entry. */
export function RecordTab({ personId, organizationId }: { personId: string; organizationId: string }) {
  const text = useText();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const [recognising, setRecognising] = useState(false);
  useAsked('recognise', () => setRecognising(may('credits.recognise')));
  const year = Number(search.get('year')) || undefined;
  const record = useRecord(personId, year);
  return (
    <Loaded query={record}>
      {(data) => (
        <div className={css.stack}>
          <div className={css.toolbar}>
            <Select
              aria-label={text('records.year')}
              value={data.year}
              style={{ width: 120 }}
              options={[...new Set([data.year, ...data.years])]
                .sort((a, b) => b - a)
                .map((value) => ({ value, label: text('records.yearOf', { year: value }) }))}
              onChange={(value) =>
                setSearch(
                  (before) => {
                    before.set('year', String(value));
                    return before;
                  },
                  { replace: true },
                )
              }
            />
            <ExportButton
              offers={[{ kind: 'entries', query: { personId, year: data.year } }]}
              names={{ [personId]: data.person.name }}
            />
            {may('credits.recognise') && (
              <Button type="primary" onClick={() => setRecognising(true)}>
                {text('records.recognise')}
              </Button>
            )}
          </div>
          {data.exempt && <Alert type="info" showIcon title={text('records.exempt')} />}
          <Requirements record={data} />
          <Entries pages={record.entries} />
          <Section title={text('records.courses')}>
            <Courses courses={data.courses} />
          </Section>
          <Section title={text('records.attempts')}>
            <Attempts attempts={data.attempts} />
          </Section>
          {recognising && (
            <RecogniseDrawer
              personId={personId}
              personName={data.person.name}
              organizationId={organizationId}
              onClose={() => setRecognising(false)}
            />
          )}
        </div>
      )}
    </Loaded>
  );
}
