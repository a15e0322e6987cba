import type { people, ResponseOf } from '@dangxiao/contracts';
import { Collapse } from 'antd';
import { useText } from '../../i18n/use-text.ts';
import { RecordTab } from './RecordTab.tsx';

interface Props {
  personId: string;
  organizationId: string;
  aliases: ResponseOf<typeof people.getPerson>['aliases'];
}

/** The person's record and, below it, the records of the duplicates that were merged into it: ledgers stay apart, both are shown. */
export function Records({ personId, organizationId, aliases }: Props) {
  const text = useText();
  return (
    <>
      <RecordTab personId={personId} organizationId={organizationId} />
      {aliases.length > 0 && (
        <Collapse
          style={{ marginTop: 16 }}
          items={aliases.map((alias) => ({
            key: alias.id,
            label: text('changes.aliasRecord', { organization: alias.organizationName }),
            children: <RecordTab personId={alias.id} organizationId={organizationId} />,
          }))}
        />
      )}
    </>
  );
}
