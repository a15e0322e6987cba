import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useText } from '../i18n/use-text.ts';
import { Halt } from './ui/Halt.tsx';
import { Page } from './ui/Page.tsx';

/** A page that could not be shown: mostly a new version was installed while the old one was open, so reloading helps. */
export function RouteError() {
  const text = useText();
  return (
    <Page title={text('app.name')} narrow>
      <Halt
        Icon={IconRefresh}
        title={text('app.broken')}
        actions={<Button onClick={() => location.reload()}>{text('app.reload')}</Button>}
      >
        <p>{text('app.brokenHint')}</p>
      </Halt>
    </Page>
  );
}
