import { useMe, useSession } from '@dangxiao/web-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { LanguageSwitch } from '../../app/shell/LanguageSwitch.tsx';
import { useText } from '../../i18n/use-text.ts';
import css from './accounts.module.css';
import { Enrol } from './Enrol.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { VerifyStep } from './VerifyStep.tsx';

/** Between the password and everything else: a code, or setting the second factor up. */
export default function SecondStepPage() {
  const text = useText();
  const { pending, login } = useMe();
  const { leave, reload } = useSession();
  const [codes, setCodes] = useState<string[] | null>(null);
  return (
    <div className={css.entry}>
      <div className={css.corner}>
        <LanguageSwitch />
      </div>
      <main className={`${css.card} ${css.step}`}>
        {pending === 'verify' ? (
          <VerifyStep />
        ) : codes ? (
          <>
            <h1>{text('factor.codesTitle')}</h1>
            <div className={css.gap} />
            <RecoveryCodes codes={codes} login={login} onKept={() => void reload()} />
          </>
        ) : (
          <>
            <h1>{text('factor.enrolTitle')}</h1>
            <p className={css.lead}>{text('factor.enrolLead')}</p>
            <Enrol onCodes={setCodes} />
            <div className={css.ways}>
              <Button type="link" onClick={() => void leave()}>
                {text('factor.other')}
              </Button>
            </div>
          </>
        )}
      </main>
    </div>
  );
}
