import { people, type ResponseOf } from '@dangxiao/contracts';
import { useMutationOf } from '@dangxiao/web-kit';
import { useState } from 'react';
import { MenuButton, useConfirm } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { AwayModal } from './changes/AwayModal.tsx';
import { DeactivateModal } from './changes/DeactivateModal.tsx';
import { ExemptionModal } from './changes/ExemptionModal.tsx';
import { personReads } from './reads.ts';

type Person = ResponseOf<typeof people.getPerson>;
type Action = 'transfer' | 'float' | 'endFloat' | 'exempt' | 'deactivate' | 'reactivate';

/** What can happen to a person besides editing. */
export function PersonActions({ person }: { person: Person }) {
  const text = useText();
  const confirm = useConfirm();
  const [action, setAction] = useState<Action | null>(null);
  const params = { personId: person.id };
  const endFloat = useMutationOf(people.endFloating, { refreshes: personReads });
  const reactivate = useMutationOf(people.reactivatePerson, { refreshes: personReads });
  const { name } = person;
  const onClose = () => setAction(null);
  const items: Action[] = person.deactivated
    ? ['reactivate']
    : ['transfer', person.host ? 'endFloat' : 'float', 'exempt', 'deactivate'];
  const choose = (chosen: Action) => {
    if (chosen === 'endFloat') {
      confirm({
        title: text('changes.endFloatTitle', { name }),
        consequence: text('changes.endFloatNote'),
        action: text('changes.endFloat'),
        run: () => endFloat.mutateAsync({ params }),
        done: text('changes.done'),
      });
    } else if (chosen === 'reactivate') {
      confirm({
        title: text('changes.reactivateTitle', { name }),
        consequence: text('changes.reactivateNote'),
        action: text('changes.reactivate'),
        run: () => reactivate.mutateAsync({ params, body: { revision: person.revision } }),
        done: text('changes.done'),
      });
    } else setAction(chosen);
  };
  if (person.mergedInto) return null;
  return (
    <>
      <MenuButton
        items={items.map((key) => ({ key, label: text(`changes.${key}`), danger: key === 'deactivate' }))}
        onChoose={(key) => choose(key as Action)}
      >
        {text('changes.more')}
      </MenuButton>
      {(action === 'transfer' || action === 'float') && <AwayModal person={person} kind={action} onClose={onClose} />}
      {action === 'exempt' && <ExemptionModal person={person} onClose={onClose} />}
      {action === 'deactivate' && <DeactivateModal person={person} onClose={onClose} />}
    </>
  );
}
