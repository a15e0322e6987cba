import { people, type ResponseOf } from '@dangxiao/contracts';
import { useKitText, useMutationOf } from '@dangxiao/web-kit';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Section, useConfirm, usePeriod } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { CorrectModal } from './changes/CorrectModal.tsx';
import css from './people.module.css';
import { personReads } from './reads.ts';

type Person = ResponseOf<typeof people.getPerson>;

function Row({ title, detail, action }: { title: ReactNode; detail: string; action?: ReactNode }) {
  return (
    <li style={{ display: 'flex', gap: 12, alignItems: 'center', padding: '6px 0' }}>
      <div style={{ flex: 1 }}>
        <div>{title}</div>
        <div className={css.hint}>{detail}</div>
      </div>
      {action}
    </li>
  );
}

/** Dated facts about a person: memberships, exemptions, stays elsewhere, merged files. */
export function HistoryTab({ person }: { person: Person }) {
  const text = useText();
  const kit = useKitText();
  const confirm = useConfirm();
  const writes = useMay()('people.write') && !person.deactivated;
  const [corrected, setCorrected] = useState<Person['memberships'][number] | null>(null);
  const endExemption = useMutationOf(people.endExemption, { refreshes: personReads });
  const undo = useMutationOf(people.undoMerge, { refreshes: personReads });
  const period = usePeriod();
  const list = { margin: 0, padding: 0, listStyle: 'none' };
  return (
    <div className={css.columns}>
      <Section title={text('people.memberships')}>
        <ul style={list}>
          {person.memberships.map((membership) => (
            <Row
              key={membership.id}
              title={membership.organizationName}
              detail={[
                kit(`personKind.${membership.kind}`),
                ...(membership.position === 'none' ? [] : [kit(`position.${membership.position}`)]),
                period(membership),
              ].join(' · ')}
              action={
                writes && (
                  <Button
                    size="small"
                    aria-label={text('changes.correctTitle', { organization: membership.organizationName })}
                    onClick={() => setCorrected(membership)}
                  >
                    {text('changes.correct')}
                  </Button>
                )
              }
            />
          ))}
        </ul>
      </Section>
      <div className={css.stack}>
        <Section title={text('changes.exemptions')}>
          <ul style={list}>
            {person.exemptions.map((one) => (
              <Row
                key={one.id}
                title={`${text(`changes.exemption.${one.kind}`)} · ${one.reason}`}
                detail={period(one)}
                action={
                  writes &&
                  !one.validTo && (
                    <Button
                      size="small"
                      loading={endExemption.isPending}
                      onClick={() => endExemption.mutate({ params: { exemptionId: one.id } })}
                    >
                      {text('changes.endExempt')}
                    </Button>
                  )
                }
              />
            ))}
          </ul>
          {person.exemptions.length === 0 && text('changes.noneYet')}
        </Section>
        <Section title={text('changes.floatingHistory')}>
          <ul style={list}>
            {person.floating.map((one) => (
              <Row key={one.id} title={one.organizationName} detail={`${one.reason} · ${period(one)}`} />
            ))}
          </ul>
          {person.floating.length === 0 && text('changes.noneYet')}
        </Section>
        {person.aliases.length > 0 && (
          <Section title={text('changes.aliases')}>
            <ul style={list}>
              {person.aliases.map((alias) => (
                <Row
                  key={alias.mergeId}
                  title={alias.name}
                  detail={alias.organizationName}
                  action={
                    writes && (
                      <Button
                        size="small"
                        onClick={() =>
                          confirm({
                            title: text('changes.undoMergeTitle', { name: alias.name }),
                            consequence: text('changes.undoMergeNote'),
                            action: text('changes.undoMerge'),
                            run: () => undo.mutateAsync({ params: { mergeId: alias.mergeId } }),
                            done: text('changes.done'),
                          })
                        }
                      >
                        {text('changes.undoMerge')}
                      </Button>
                    )
                  }
                />
              ))}
            </ul>
          </Section>
        )}
      </div>
      {corrected && <CorrectModal person={person} membership={corrected} onClose={() => setCorrected(null)} />}
    </div>
  );
}
