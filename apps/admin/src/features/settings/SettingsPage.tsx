import { people } from '@dangxiao/contracts';
import type { SettingName } from '@dangxiao/domain';
import { useEndpoint } from '@dangxiao/web-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useScope } from '../../app/shell/scope.tsx';
import { Loaded, Page, Section } from '../../app/ui/index.ts';
import { useMay } from '../../app/use-may.ts';
import { useText } from '../../i18n/use-text.ts';
import { isEditable, type EditableName } from './setting-values.ts';
import { SettingDrawer } from './SettingDrawer.tsx';
import css from './settings.module.css';
import { useSettingLabels } from './use-setting-labels.ts';

const shown: readonly SettingName[] = ['reminders', 'quietHours', 'ranking', 'twoFactor', 'separatedDuties'];

/** What holds in the organization, who said so, and what it may say for itself. */
export function Component() {
  const text = useText();
  const may = useMay();
  const { organizationId, name: scopeName, asOf, link } = useScope();
  const { linesOf, sourceOf } = useSettingLabels();
  const [changing, setChanging] = useState<EditableName | null>(null);
  const query = useEndpoint(
    people.getSettings,
    { params: { organizationId: organizationId ?? '' } },
    { enabled: organizationId !== undefined },
  );
  const writes = may('organizations.write') && asOf === undefined;
  return (
    <Page title={text('settings.title')} subtitle={[scopeName, text('settings.subtitle')].filter(Boolean).join(' · ')}>
      <Loaded query={query}>
        {(view) => (
          <Section>
            <ul className={css.settings}>
              {shown.map((name) => (
                <li key={name} className={css.setting}>
                  <div className={css.about}>
                    <h2>{text(`settings.name.${name}`)}</h2>
                    <p>{text(`settings.hint.${name}`)}</p>
                  </div>
                  <div className={css.value}>
                    {linesOf(name, view.settings).map((line) => (
                      <div key={line}>{line}</div>
                    ))}
                    <div className={view.sources[name].from === 'own' ? css.own : css.source}>
                      {sourceOf(view.sources[name])}
                    </div>
                  </div>
                  <div className={css.action}>
                    {!isEditable(name) && <Link to={link(paths.security())}>{text('settings.toSecurity')}</Link>}
                    {isEditable(name) && writes && (
                      <Button
                        aria-label={text('settings.changeNamed', { name: text(`settings.name.${name}`) })}
                        onClick={() => setChanging(name)}
                      >
                        {text('settings.change')}
                      </Button>
                    )}
                  </div>
                </li>
              ))}
            </ul>
            {changing && organizationId && (
              <SettingDrawer
                key={`${organizationId} ${changing}`}
                name={changing}
                view={view}
                organizationId={organizationId}
                onClose={() => setChanging(null)}
              />
            )}
          </Section>
        )}
      </Loaded>
    </Page>
  );
}
