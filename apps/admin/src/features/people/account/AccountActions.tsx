import { accounts, people, type ResponseOf } from '@dangxiao/contracts';
import { useMutationOf } from '@dangxiao/web-kit';
import { Button, Descriptions } from 'antd';
import { useState } from 'react';
import { Section, useConfirm } from '../../../app/ui/index.ts';
import { useMay } from '../../../app/use-may.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from '../people.module.css';
import { CodeDialog } from './CodeDialog.tsx';
import { StateModal } from './StateModal.tsx';

type Person = ResponseOf<typeof people.getPerson>;

/** The person's account: what state it is in and what can be done about it. */
export function AccountActions({ person }: { person: Person }) {
  const text = useText();
  const may = useMay();
  const confirm = useConfirm();
  const [code, setCode] = useState<ResponseOf<typeof accounts.issueActivationCode> | null>(null);
  const [changing, setChanging] = useState(false);
  const issue = useMutationOf(accounts.issueActivationCode, {
    refreshes: [people.getPerson, people.listPeople],
    onDone: setCode,
  });
  const { account, name } = person;
  const resets = account === 'active';
  const disabled = account === 'disabled';
  const ask = () =>
    confirm({
      title: text(resets ? 'people.code.resetTitle' : 'people.code.issueTitle', { name }),
      consequence: text(resets ? 'people.code.resetConsequence' : 'people.code.issueConsequence'),
      action: text(resets ? 'people.code.reset' : 'people.code.issue'),
      danger: resets,
      run: () => issue.mutateAsync({ params: { personId: person.id } }),
    });
  return (
    <Section title={text('people.account')}>
      <Descriptions
        column={1}
        items={[
          { key: 'state', label: text('people.state'), children: text(`people.accountSentence.${account}`) },
          ...(person.login ? [{ key: 'login', label: text('people.login'), children: person.login }] : []),
        ]}
      />
      {may('accounts.write') && (
        <div className={css.actions}>
          {!disabled && <Button onClick={ask}>{text(resets ? 'people.code.reset' : 'people.code.issue')}</Button>}
          {(disabled || account === 'active') && (
            <Button danger={!disabled} onClick={() => setChanging(true)}>
              {text(disabled ? 'people.enable' : 'people.disable')}
            </Button>
          )}
        </div>
      )}
      {code && <CodeDialog issued={code} person={person} onClose={() => setCode(null)} />}
      {changing && <StateModal person={person} onClose={() => setChanging(false)} />}
    </Section>
  );
}
