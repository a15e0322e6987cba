import { PlusOutlined } from '@ant-design/icons';
import { people } from '@dangxiao/contracts';
import { kindsBelow } from '@dangxiao/domain';
import { useEndpoint, useEndpointPages, useFormat, useKitText } from '@dangxiao/web-kit';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ListPage } from '../../app/list/index.ts';
import { paths } from '../../app/paths.ts';
import { AsOfNote } from '../../app/shell/AsOfNote.tsx';
import { useScope } from '../../app/shell/scope.tsx';
import { useAsked, Waiting } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { OrganizationActions } from './OrganizationActions.tsx';
import { OrganizationDrawer, type Edited } from './OrganizationDrawer.tsx';
import { useOrganizationColumns, type OrganizationRow } from './use-organization-columns.tsx';

export function Component() {
  const { organization } = useScope();
  return organization ? <Organization key={organization.id} organization={organization} /> : <Waiting />;
}

type Scope = NonNullable<ReturnType<typeof useScope>['organization']>;

function Organization({ organization }: { organization: Scope }) {
  const text = useText();
  const kit = useKitText();
  const format = useFormat();
  const may = useMay();
  const navigate = useNavigate();
  const { choose, asOf } = useScope();
  const [edited, setEdited] = useState<Edited | null>(null);
  const pages = useEndpointPages(people.listOrganizations, {
    query: { parentId: organization.id, limit: 100, ...(asOf ? { asOf } : {}) },
  });
  const past = useEndpoint(
    people.getOrganization,
    { params: { organizationId: organization.id }, query: asOf ? { asOf } : {} },
    { enabled: asOf !== undefined },
  );
  const shown = (asOf ? past.data : undefined) ?? organization;
  const writes = may('organizations.write') && !asOf && !organization.closedOn;
  const columns = useOrganizationColumns({
    onOpen: choose,
    ...(writes ? { onEdit: (row) => setEdited({ organization: row, parentKind: organization.kind }) } : {}),
  });
  const below = kindsBelow(organization.kind);
  useAsked('create', () => setEdited(writes && below.length > 0 ? { parent: organization } : null));
  const create = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited({ parent: organization })}>
      {text('organizations.create')}
    </Button>
  );
  return (
    <ListPage<OrganizationRow>
      name="organizations"
      title={shown.name}
      tags={
        <>
          <Tag>{kit(`organizationKind.${shown.kind}`)}</Tag>
          {shown.employer && <Tag>{shown.employer.name}</Tag>}
          {shown.closedOn && <Tag color="orange">{text('changes.closedSince', { day: shown.closedOn })}</Tag>}
        </>
      }
      subtitle={text('organizations.summary', {
        code: shown.code,
        since: format.day(shown.since),
        own: shown.memberCount,
        all: shown.subtreeMemberCount,
      })}
      actions={
        <>
          <OrganizationActions organization={organization} writes={writes} />
          {writes && (
            <>
              <Button onClick={() => void navigate(paths.imports('organizations'))}>{text('imports.open')}</Button>
              <Button onClick={() => setEdited({ organization, parentKind: null })}>
                {text('organizations.editThis')}
              </Button>
              {below.length > 0 && create}
            </>
          )}
        </>
      }
      above={<AsOfNote />}
      label={text('organizations.childrenOf', { name: organization.name })}
      columns={columns}
      pages={pages}
      exporting={{
        offers: [
          { kind: 'organizations', query: { organizationId: organization.id } },
          { kind: 'people', query: { organizationId: organization.id, subtree: true } },
        ],
        names: { [organization.id]: shown.name },
        asOf,
      }}
      empty={text(below.length > 0 ? 'organizations.none' : 'organizations.noneAllowed')}
      emptyAction={writes && below.length > 0 ? create : undefined}
    >
      {edited && <OrganizationDrawer edited={edited} onClose={() => setEdited(null)} />}
    </ListPage>
  );
}
