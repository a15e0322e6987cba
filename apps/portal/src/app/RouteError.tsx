import { Button } from '@mantine/core';
import { useText } from '../i18n/use-text.ts';
import { Notice } from './ui/Notice.tsx';
import { Page } from './ui/Page.tsx';

/** A page that could not be shown: mostly a new version was installed while the old one was open, so reloading helps. */
export function RouteError() {
  const text = useText();
  return (
    <Page title={text('app.name')} narrow>
      <Notice
        tone="bad"
        announced
        actions={
          <Button variant="default" onClick={() => location.reload()}>
            {text('app.reload')}
          </Button>
        }
      >
        {text('app.broken')}
      </Notice>
    </Page>
  );
}
