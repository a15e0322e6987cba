import { useSession } from '@dangxiao/web-kit';
import { Button } from 'antd';
import { useText } from '../i18n/use-text.ts';
import css from './gate.module.css';
import { paths } from './paths.ts';
import { Emblem } from './shell/Emblem.tsx';

/** For a signed-in account without any permission: learners belong into the portal. */
export function NotForYou() {
  const text = useText();
  const { leave } = useSession();
  return (
    <main className={css.middle}>
      <div className={css.card}>
        <Emblem />
        <h1>{text('app.notForYou.title')}</h1>
        <p>{text('app.notForYou.text')}</p>
        <div className={css.actions}>
          <Button type="primary" href={paths.portal()}>
            {text('app.account.portal')}
          </Button>
          <Button onClick={() => void leave()}>{text('app.notForYou.other')}</Button>
        </div>
      </div>
    </main>
  );
}
