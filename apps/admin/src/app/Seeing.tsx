import { accounts } from '@dangxiao/contracts';
import { useMe, useMutationOf, useSession } from '@dangxiao/web-kit';
import { Button } from 'antd';
import { useText } from '../i18n/use-text.ts';
import css from './gate.module.css';
import { paths } from './paths.ts';
import { Emblem } from './shell/Emblem.tsx';

/** While the portal is seen as somebody else the console has nothing to show. */
export function Seeing() {
  const text = useText();
  const { person } = useMe();
  const { reload } = useSession();
  const end = useMutationOf(accounts.endSeeAs, { onDone: () => void reload(), onFailed: () => void reload() });
  return (
    <main className={css.middle}>
      <div className={css.card}>
        <Emblem />
        <h1>{text('factor.seeingTitle', { name: person?.name ?? '' })}</h1>
        <p>{text('factor.seeingText')}</p>
        <div className={css.actions}>
          <Button type="primary" loading={end.isPending} onClick={() => end.mutate({})}>
            {text('factor.seeingEnd')}
          </Button>
          <Button href={paths.portal()}>{text('factor.toPortal')}</Button>
        </div>
      </div>
    </main>
  );
}
