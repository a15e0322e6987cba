import { useSession } from '@dangxiao/web-kit';
import { Button } from '@mantine/core';
import { useText } from '../i18n/use-text.ts';
import { Notice } from './ui/Notice.tsx';
import { Page } from './ui/Page.tsx';

/** An account without a person (a pure administrator) has nothing to study here. */
export function NoLearner() {
  const text = useText();
  const { leave } = useSession();
  return (
    <Page title={text('app.name')} narrow>
      <Notice
        tone="info"
        actions={
          <>
            <Button component="a" href="/admin/" variant="default">
              {text('app.toAdmin')}
            </Button>
            <Button variant="subtle" onClick={() => void leave()}>
              {text('me.signOut')}
            </Button>
          </>
        }
      >
        {text('app.noLearner')}
      </Notice>
    </Page>
  );
}
