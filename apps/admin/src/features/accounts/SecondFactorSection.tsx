import { accounts } from '@dangxiao/contracts';
import { refresh, useEndpoint, useFormat, useMe } from '@dangxiao/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Modal, Tag } from 'antd';
import { useState } from 'react';
import { Loaded, Section } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';
import { CodeModal } from './CodeModal.tsx';
import { Enrol } from './Enrol.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';

type Doing = 'enrol' | 'renew' | 'off' | null;
const FEW = 3;

/** The second factor of one's own account: set up, change the app, new recovery codes, switch off where that is allowed. */
export function SecondFactorSection() {
  const text = useText();
  const format = useFormat();
  const client = useQueryClient();
  const { login } = useMe();
  const [doing, setDoing] = useState<Doing>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const state = useEndpoint(accounts.getSecondFactor, {});
  const show = (fresh: string[]) => {
    setDoing(null);
    setCodes(fresh);
    void refresh(client, [accounts.getSecondFactor, accounts.listMySessions]);
  };
  return (
    <Section title={text('factor.title')}>
      <Loaded query={state}>
        {({ active, since, required, recoveryCodesLeft: left }) => (
          <>
            <p>
              <Tag color={active ? 'green' : 'default'} style={{ marginInlineEnd: 8 }}>
                {text(active ? 'security.factorOn' : 'security.factorOff')}
              </Tag>
              {active && since ? text('factor.onText', { since: format.day(since) }) : text('factor.offText')}
            </p>
            {active && <p className={css.hint}>{text('factor.left', { count: left })}</p>}
            {active && left <= FEW && <Alert type="warning" showIcon title={text('factor.fewLeft')} />}
            {required && <p className={css.hint}>{text('factor.required')}</p>}
            <div className={css.actions}>
              <Button type={active ? 'default' : 'primary'} onClick={() => setDoing('enrol')}>
                {text(active ? 'factor.change' : 'factor.setUp')}
              </Button>
              {active && <Button onClick={() => setDoing('renew')}>{text('factor.renew')}</Button>}
              {active && !required && (
                <Button danger onClick={() => setDoing('off')}>
                  {text('factor.switchOff')}
                </Button>
              )}
            </div>
          </>
        )}
      </Loaded>
      {doing === 'enrol' && (
        <Modal
          open
          title={text('factor.enrolTitle')}
          footer={null}
          onCancel={() => setDoing(null)}
          mask={{ closable: false }}
          closable={{ 'aria-label': text('app.close') }}
        >
          <Enrol onCodes={show} />
        </Modal>
      )}
      {(doing === 'renew' || doing === 'off') && (
        <CodeModal doing={doing} onClose={() => setDoing(null)} onCodes={show} />
      )}
      {codes && (
        <Modal open title={text('factor.codesTitle')} footer={null} closable={false} mask={{ closable: false }}>
          <RecoveryCodes codes={codes} login={login} onKept={() => setCodes(null)} />
        </Modal>
      )}
    </Section>
  );
}
