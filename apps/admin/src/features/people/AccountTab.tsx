import type { people, ResponseOf } from '@dangxiao/contracts';
import { useKitText, useMe } from '@dangxiao/web-kit';
import { Descriptions, Timeline } from 'antd';
import { Section, usePeriod, When } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { AccountActions } from './account/AccountActions.tsx';
import { EmailSection } from './account/EmailSection.tsx';
import { Roles } from './account/Roles.tsx';
import { SafetySection } from './account/SafetySection.tsx';
import css from './people.module.css';

type Person = ResponseOf<typeof people.getPerson>;

function Memberships({ memberships }: Pick<Person, 'memberships'>) {
  const kit = useKitText();
  const period = usePeriod();
  return (
    <Timeline
      items={memberships.map(({ organizationName, kind, position, validFrom, validTo }) => ({
        key: validFrom + kind + position,
        color: validTo ? 'gray' : 'green',
        content: (
          <>
            <div>{organizationName}</div>
            <div className={css.hint}>
              {[
                kit(`personKind.${kind}`),
                ...(position === 'none' ? [] : [kit(`position.${position}`)]),
                period({ validFrom, validTo }),
              ].join(' · ')}
            </div>
          </>
        ),
      }))}
    />
  );
}

/** Who the person is, the account and the roles. */
export function AccountTab({ person }: { person: Person }) {
  const text = useText();
  const may = useMay();
  const me = useMe();
  const none = text('app.none');
  const employerOf = ({ employer, organizationEmployer }: Person) =>
    employer?.name ??
    (organizationEmployer ? text('employers.ofOrganization', { name: organizationEmployer.name }) : none);
  return (
    <div className={css.columns}>
      <div className={css.stack}>
        <Section title={text('people.profile')}>
          <Descriptions
            column={1}
            items={[
              { key: 'phone', label: text('people.phone'), children: person.maskedPhone ?? none },
              { key: 'id', label: text('people.identityNumber'), children: person.maskedIdentityNumber ?? none },
              { key: 'employer', label: text('employers.employer'), children: employerOf(person) },
              ...(person.exempt
                ? [{ key: 'exempt', label: text('people.exempt'), children: person.exemptReason ?? none }]
                : []),
              { key: 'created', label: text('people.createdAt'), children: <When at={person.createdAt} day /> },
            ]}
          />
        </Section>
        <Section title={text('people.memberships')}>
          <Memberships memberships={person.memberships} />
        </Section>
      </div>
      <div className={css.stack}>
        <AccountActions person={person} />
        <EmailSection person={person} />
        <Roles person={person} />
        {may('security.write') && me.person?.id !== person.id && person.account !== 'none' && (
          <SafetySection person={person} />
        )}
      </div>
    </div>
  );
}
