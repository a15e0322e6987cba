import { PlusOutlined } from '@ant-design/icons';
import { credits } from '@dangxiao/contracts';
import { useEndpoint } from '@dangxiao/web-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { Empty, Loaded, Page } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { CreatePolicyDrawer } from './CreatePolicyDrawer.tsx';
import { PolicyCard } from './PolicyCard.tsx';

/** Today in the school's zone is near enough to the browser's for saying which version is in force. */
const today = () => new Date().toLocaleDateString('en-CA');

export function Component() {
  const text = useText();
  const may = useMay();
  const [creating, setCreating] = useState(false);
  const policies = useEndpoint(credits.listPolicies, {});
  const current = policies.data?.items.find(({ validFrom }) => validFrom <= today());
  return (
    <Page
      title={text('policies.title')}
      subtitle={text('policies.subtitle')}
      actions={
        may('credits.policy') &&
        policies.data && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
            {text('policies.create')}
          </Button>
        )
      }
    >
      <Loaded query={policies}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{text('policies.none')}</Empty>
          ) : (
            <>
              {items.map((policy) => (
                <PolicyCard
                  key={policy.id}
                  policy={policy}
                  state={policy === current ? 'current' : policy.validFrom > today() ? 'coming' : 'past'}
                />
              ))}
            </>
          )
        }
      </Loaded>
      {creating && <CreatePolicyDrawer start={policies.data?.items[0]} onClose={() => setCreating(false)} />}
    </Page>
  );
}
