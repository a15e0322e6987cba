import { IconFileUnknown } from '@tabler/icons-react';
import { useText } from '../i18n/use-text.ts';
import { paths } from './paths.ts';
import { ButtonLink } from './ui/ButtonLink.tsx';
import { Halt } from './ui/Halt.tsx';
import { Page } from './ui/Page.tsx';

export function Component() {
  const text = useText();
  return (
    <Page title={text('app.notFound')} narrow>
      <Halt
        Icon={IconFileUnknown}
        title={text('app.notFound')}
        actions={<ButtonLink to={paths.home()}>{text('app.toHome')}</ButtonLink>}
      >
        <p>{text('app.notFoundHint')}</p>
      </Halt>
    </Page>
  );
}
