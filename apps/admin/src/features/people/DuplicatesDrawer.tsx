import { people } from '@dangxiao/contracts';
import { useEndpoint, useMutationOf } from '@dangxiao/web-kit';
import { Button, Drawer } from 'antd';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Empty, Loaded, Section, useConfirm, When } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { personReads } from './reads.ts';

/** People who may be the same, in the scope; one of two stays, the other becomes its alias. */
export function DuplicatesDrawer({ organizationId, onClose }: { organizationId: string; onClose: () => void }) {
  const text = useText();
  const confirm = useConfirm();
  const query = useEndpoint(people.listDuplicates, { query: { organizationId } });
  const merge = useMutationOf(people.mergePerson, { refreshes: personReads });
  const keep = (name: string, personId: string, duplicateIds: string[]) =>
    confirm({
      title: text('changes.mergePersonTitle', { name }),
      consequence: text('changes.mergePersonNote'),
      action: text('changes.keep'),
      run: async () => {
        for (const duplicateId of duplicateIds)
          await merge.mutateAsync({ params: { personId }, body: { duplicateId } });
      },
      done: text('changes.merged'),
    });
  return (
    <Drawer
      open
      title={text('changes.duplicates')}
      size={640}
      onClose={onClose}
      closable={{ 'aria-label': text('app.close') }}
    >
      <p>{text('changes.duplicatesHint')}</p>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{text('changes.noDuplicates')}</Empty>
          ) : (
            <div style={{ display: 'grid', gap: 16 }}>
              {items.map((item) => (
                <Section
                  key={item.name + item.by + item.masked}
                  title={`${item.name} · ${text(`changes.by.${item.by}`, { masked: item.masked })}`}
                >
                  {item.people.map((one) => (
                    <div key={one.id} style={{ display: 'flex', gap: 12, alignItems: 'center', minHeight: 44 }}>
                      <Link to={paths.person(one.id)} style={{ flex: 1 }}>
                        {one.organizationName}
                      </Link>
                      <When at={one.createdAt} day />
                      <Button
                        size="small"
                        onClick={() =>
                          keep(
                            item.name,
                            one.id,
                            item.people.map(({ id }) => id).filter((id) => id !== one.id),
                          )
                        }
                      >
                        {text('changes.keep')}
                      </Button>
                    </div>
                  ))}
                </Section>
              ))}
            </div>
          )
        }
      </Loaded>
    </Drawer>
  );
}
