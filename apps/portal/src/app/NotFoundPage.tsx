import { useText } from '../i18n/use-text.ts';
import { paths } from './paths.ts';
import { ButtonLink } from './ui/ButtonLink.tsx';
import { Page } from './ui/Page.tsx';
import { Empty } from './ui/states.tsx';

export function Component() {
  const text = useText();
  return (
    <Page title={text('app.notFound')} narrow>
      <h1>{text('app.notFound')}</h1>
      <Empty action={<ButtonLink to={paths.home()}>{text('nav.home')}</ButtonLink>}>{text('app.notFoundHint')}</Empty>
    </Page>
  );
}
