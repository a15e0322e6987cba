import { useKitText, useMe } from '@dangxiao/web-kit';
import { Descriptions } from 'antd';
import { Page, Section } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';
import { PasswordForm } from './PasswordForm.tsx';
import { SecondFactorSection } from './SecondFactorSection.tsx';
import { Sessions } from './Sessions.tsx';

export function Component() {
  const text = useText();
  const kit = useKitText();
  const me = useMe();
  const roles = me.grants.map(({ role, organizationId, organizationName }) => (
    <div key={role + organizationId}>
      {text('accounts.me.roleAt', { role: kit(`role.${role}`), organization: organizationName })}
    </div>
  ));
  return (
    <Page title={text('accounts.me.title')}>
      <div className={css.columns}>
        <div className={css.stack}>
          <Section title={text('accounts.me.profile')}>
            <Descriptions
              column={1}
              items={[
                ...(me.person
                  ? [
                      { key: 'name', label: text('accounts.me.name'), children: me.person.name },
                      { key: 'org', label: text('accounts.me.organization'), children: me.person.organizationName },
                    ]
                  : []),
                { key: 'login', label: text('accounts.me.login'), children: me.login },
                { key: 'roles', label: text('accounts.me.roles'), children: <div>{roles}</div> },
              ]}
            />
            <span className={css.hint}>{text('accounts.me.fix')}</span>
          </Section>
          <Section title={text('accounts.me.sessions')}>
            <Sessions />
          </Section>
        </div>
        <div className={css.stack}>
          <SecondFactorSection />
          <Section title={text('accounts.me.password')}>
            <PasswordForm login={me.login} />
          </Section>
        </div>
      </div>
    </Page>
  );
}
