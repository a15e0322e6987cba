import { notices, type people, type ResponseOf } from '@dangxiao/contracts';
import { useEndpoint, useMutationOf } from '@dangxiao/web-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { Failed, Section, useConfirm, Waiting } from '../../../app/ui/index.ts';
import { useMay } from '../../../app/use-may.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from '../people.module.css';
import { EmailModal } from './EmailModal.tsx';

type Person = ResponseOf<typeof people.getPerson>;

/** Where the person gets messages by e-mail, and who may enter it. */
export function EmailSection({ person }: { person: Person }) {
  const text = useText();
  const confirm = useConfirm();
  const writes = useMay()('people.write');
  const [entering, setEntering] = useState(false);
  const params = { personId: person.id };
  const known = useEndpoint(notices.getPersonEmail, { params });
  const removal = useMutationOf(notices.deletePersonEmail, { refreshes: [notices.getPersonEmail] });
  const remove = () =>
    confirm({
      title: text('people.email.removeTitle', { name: person.name }),
      consequence: text('people.email.removeConsequence'),
      action: text('people.email.remove'),
      danger: true,
      run: () => removal.mutateAsync({ params }),
      done: text('people.email.removed'),
    });
  if (!known.data)
    return (
      <Section title={text('people.email.title')}>
        {known.error ? <Failed failure={known.error} retry={() => void known.refetch()} /> : <Waiting rows={2} />}
      </Section>
    );
  const { mail, email } = known.data;
  const enters = mail && !person.deactivated;
  return (
    <Section title={text('people.email.title')}>
      {!mail && <p className={css.sentence}>{text('people.email.noMail')}</p>}
      {email && <p className={css.sentence}>{text(`people.email.state.${email.state}`, { email: email.masked })}</p>}
      {mail && !email && <p className={css.sentence}>{text('people.email.none')}</p>}
      {writes && (enters || email) && (
        <div className={css.actions}>
          {enters && (
            <Button onClick={() => setEntering(true)}>
              {text(email ? 'people.email.change' : 'people.email.enter')}
            </Button>
          )}
          {email && (
            <Button danger onClick={remove}>
              {text('people.email.remove')}
            </Button>
          )}
        </div>
      )}
      {entering && (
        <EmailModal person={person} replaces={email?.state === 'confirmed'} onClose={() => setEntering(false)} />
      )}
    </Section>
  );
}
