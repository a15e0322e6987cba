import { accounts, type ResponseOf } from '@dangxiao/contracts';
import { useMutationOf } from '@dangxiao/web-kit';
import { Alert, Switch } from 'antd';
import { Section, useConfirm } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './security.module.css';

type Security = ResponseOf<typeof accounts.getSecurity>;
type Setting = 'twoFactor' | 'separated';

interface Props {
  security: Security;
  organizationId: string;
  name: string;
}

/** What the organization asks of its administrators, with how far they are; switched by who keeps security. */
export function Policy({ security, organizationId, name }: Props) {
  const text = useText();
  const may = useMay();
  const confirm = useConfirm();
  const set = useMutationOf(accounts.setSecurity, {
    refreshes: [accounts.getSecurity, accounts.listDelegations, accounts.whoAmI],
  });
  const { twoFactor, separatedDuties, administrators, withSecondFactor, conflicts } = security;
  const body = { twoFactor: twoFactor.on, separatedDuties: separatedDuties.on };
  const rows = [
    {
      setting: 'twoFactor' as Setting,
      state: twoFactor,
      allowed: may('security.write'),
      hint: text('security.twoFactorHint'),
      count: text('security.twoFactorCount', { count: administrators, ready: withSecondFactor }),
      after: { ...body, twoFactor: !twoFactor.on },
    },
    {
      setting: 'separated' as Setting,
      state: separatedDuties,
      allowed: may('roles.assign'),
      hint: text('security.separatedHint'),
      count: text('security.separatedCount', {
        security: security.securityAdministrators,
        auditors: security.auditors,
      }),
      after: { ...body, separatedDuties: !separatedDuties.on },
    },
  ];
  return (
    <Section title={text('security.policy')}>
      <ul className={css.settings}>
        {rows.map(({ setting, state, allowed, hint, count, after }) => (
          <li key={setting} className={css.setting}>
            <div>
              <h3>{text(`security.${setting}`)}</h3>
              <p>{hint}</p>
              <p className={css.hint}>{state.above ? `${count} · ${text('security.above')}` : count}</p>
            </div>
            <div className={css.state}>
              <span>{text(state.on ? 'security.on' : 'security.off')}</span>
              {allowed && (
                <Switch
                  checked={state.on}
                  disabled={state.above}
                  aria-label={text(`security.${setting}`)}
                  onChange={() =>
                    confirm({
                      title: text(state.on ? `security.offTitle.${setting}` : `security.onTitle.${setting}`, { name }),
                      consequence: text(state.on ? `security.offNote.${setting}` : `security.onNote.${setting}`),
                      action: text(state.on ? 'security.turnOff' : 'security.turnOn'),
                      danger: state.on || setting === 'separated',
                      done: text('security.changed'),
                      run: () => set.mutateAsync({ params: { organizationId }, body: after }),
                    })
                  }
                />
              )}
            </div>
          </li>
        ))}
      </ul>
      {separatedDuties.on && conflicts.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={text('security.conflicts', { names: conflicts.map((one) => one.name).join(text('app.separator')) })}
        />
      )}
    </Section>
  );
}
