import { Link } from 'react-router';
import { useText } from '../i18n/use-text.ts';
import { paths } from './paths.ts';
import { Empty, Page } from './ui/index.ts';

/** A page that does not exist. */
export function Missing() {
  const text = useText();
  return (
    <Page title={text('app.missing.title')}>
      <Empty action={<Link to={paths.overview()}>{text('app.toOverview')}</Link>}>{text('app.missing.text')}</Empty>
    </Page>
  );
}
