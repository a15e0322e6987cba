import { people } from '@dangxiao/contracts';
import { useEndpoint, useFormat, useKitText } from '@dangxiao/web-kit';
import { Drawer, Timeline } from 'antd';
import { Loaded, Section, usePeriod } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { Leaders } from './Leaders.tsx';
import type { Organization } from './types.ts';

interface Props {
  organization: Organization;
  writes: boolean;
  onClose: () => void;
}

/** How the organization came about, and who led it. */
export function HistoryDrawer({ organization, writes, onClose }: Props) {
  const text = useText();
  const kit = useKitText();
  const query = useEndpoint(people.getOrganizationHistory, { params: { organizationId: organization.id } });
  const period = usePeriod();
  const format = useFormat();
  return (
    <Drawer
      open
      title={`${organization.name} · ${text('changes.history')}`}
      size={560}
      onClose={onClose}
      closable={{ 'aria-label': text('app.close') }}
    >
      <Loaded query={query}>
        {({ versions, relations, leaders }) => (
          <div style={{ display: 'grid', gap: 16 }}>
            <Section title={text('changes.leaders')}>
              <Leaders organization={organization} leaders={leaders} writes={writes} />
            </Section>
            <Section title={text('changes.versions')}>
              <Timeline
                items={[
                  ...versions.map((version) => ({
                    key: version.validFrom,
                    color: version.validTo ? 'gray' : 'green',
                    content: (
                      <>
                        <div>{version.name}</div>
                        <div style={{ color: 'var(--dx-ink-3)' }}>
                          {[
                            kit(`organizationKind.${version.kind}`),
                            version.code,
                            ...(version.parentName ? [text('changes.below', { name: version.parentName })] : []),
                            period(version),
                          ].join(' · ')}
                        </div>
                      </>
                    ),
                  })),
                  ...relations.map(({ kind, name, on, organizationId }) => ({
                    key: kind + organizationId,
                    color: 'blue',
                    content: text(`changes.relation.${kind}`, { name, day: format.day(on) }),
                  })),
                ]}
              />
            </Section>
          </div>
        )}
      </Loaded>
    </Drawer>
  );
}
