import { accounts } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { useScope } from '../../app/shell/scope.tsx';
import { Loaded, Page } from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { Delegations } from './Delegations.tsx';
import { Policy } from './Policy.tsx';

export function Component() {
  const text = useText();
  const { organizationId, name } = useScope();
  const security = useEndpoint(
    accounts.getSecurity,
    { params: { organizationId: organizationId ?? '' } },
    { enabled: organizationId !== undefined },
  );
  return (
    <Page title={text('security.title')} subtitle={[name, text('security.subtitle')].filter(Boolean).join(' · ')}>
      <Loaded query={security}>
        {(data) => <Policy security={data} organizationId={organizationId ?? ''} name={name ?? ''} />}
      </Loaded>
      <Delegations organizationId={organizationId} />
    </Page>
  );
}
