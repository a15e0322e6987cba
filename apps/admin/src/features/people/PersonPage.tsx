import { accounts, people } from '@dangxiao/contracts';
import { useEndpoint, useKitText, useMe } from '@dangxiao/web-kit';
import { Button, Tabs, Tag } from 'antd';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Loaded, Page } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { ReasonModal } from './account/ReasonModal.tsx';
import { AccountTag } from './AccountTag.tsx';
import { AccountTab } from './AccountTab.tsx';
import { EditPersonDrawer } from './EditPersonDrawer.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import { PersonActions } from './PersonActions.tsx';
import { Records } from './Records.tsx';

export function Component() {
  const { personId = '' } = useParams();
  const text = useText();
  const kit = useKitText();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const me = useMe();
  const [seeing, setSeeing] = useState(false);
  const [editing, setEditing] = useState(false);
  const query = useEndpoint(people.getPerson, { params: { personId } });
  const tabs = [
    ...(may('records.read')
      ? [
          {
            key: 'record',
            label: text('people.recordTab'),
            children: (
              <Records
                personId={personId}
                organizationId={query.data?.organizationId ?? ''}
                aliases={query.data?.aliases ?? []}
              />
            ),
          },
        ]
      : []),
    ...(query.data
      ? [
          {
            key: 'history',
            label: text('changes.historyTab'),
            children: <HistoryTab person={query.data} />,
          },
          { key: 'account', label: text('people.accountTab'), children: <AccountTab person={query.data} /> },
        ]
      : []),
  ];
  return (
    <Loaded query={query}>
      {(person) => (
        <Page
          title={person.name}
          tags={
            <>
              <AccountTag state={person.account} />
              {person.host && <Tag color="blue">{text('changes.floatingAt', { name: person.host.name })}</Tag>}
              {person.mergedInto ? (
                <Tag>{text('changes.mergedTag', { name: person.mergedInto.name })}</Tag>
              ) : (
                person.deactivated && <Tag>{text('changes.deactivatedTag')}</Tag>
              )}
              {person.exempt && <Tag color="gold">{text('people.exemptTag')}</Tag>}
            </>
          }
          subtitle={[
            person.organizationName,
            kit(`personKind.${person.kind}`),
            ...(person.position === 'none' ? [] : [kit(`position.${person.position}`)]),
          ].join(' · ')}
          back={{ to: paths.people(), label: text('people.title') }}
          actions={
            <>
              {may('people.seeAs') && !person.deactivated && me.person?.id !== person.id && (
                <Button onClick={() => setSeeing(true)}>{text('factor.seeAs')}</Button>
              )}
              {may('people.write') && <PersonActions person={person} />}
              {may('people.write') && !person.deactivated && (
                <Button onClick={() => setEditing(true)}>{text('people.edit')}</Button>
              )}
            </>
          }
        >
          <Tabs
            items={tabs}
            activeKey={search.get('tab') ?? tabs[0]?.key ?? 'account'}
            onChange={(tab) => setSearch({ tab }, { replace: true })}
            destroyOnHidden
          />
          {seeing && (
            <ReasonModal
              endpoint={accounts.startSeeAs}
              personId={person.id}
              title={text('factor.seeAsTitle', { name: person.name })}
              note={text('factor.seeAsNote')}
              submitLabel={text('factor.seeAsStart')}
              onClose={() => setSeeing(false)}
              onDone={() => location.assign(paths.portal())}
            />
          )}
          {editing && <EditPersonDrawer person={person} onClose={() => setEditing(false)} />}
        </Page>
      )}
    </Loaded>
  );
}
