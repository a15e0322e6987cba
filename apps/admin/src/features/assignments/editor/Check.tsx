import { Alert, Button } from 'antd';
import { Failed, Section } from '../../../app/ui/index.ts';
import { useText } from '../../../i18n/use-text.ts';
import css from '../assignments.module.css';
import type { Names } from '../use-labels.ts';
import { PeopleNames } from './PeopleNames.tsx';
import type { Owner } from './RuleCard.tsx';
import { Summary } from './Summary.tsx';
import type { Preview } from './use-preview.ts';
import { missingOf, type Values } from './values.ts';

interface Props {
  values: Values;
  owner: Owner;
  names: Names;
  preview: Preview;
}

/** The last step of a draft: who gets what and why, with their names. */
export function Check({ values, owner, names, preview }: Props) {
  const text = useText();
  const missing = missingOf(values);
  return (
    <div className={css.two}>
      <Section title={values.title}>
        {missing.length > 0 && (
          <Alert
            type="warning"
            showIcon
            style={{ marginBottom: 16 }}
            title={text('assignments.check.missing')}
            description={missing.map((key) => text(`assignments.check.${key}`)).join(text('app.separator'))}
          />
        )}
        <Summary values={values} names={names} owner={owner.name} count={preview.first?.count ?? 0} />
        {values.dueAt && Date.parse(values.dueAt) < Date.now() && (
          <Alert type="warning" showIcon style={{ marginTop: 16 }} title={text('assignments.when.past')} />
        )}
      </Section>
      <Section title={text('assignments.check.names')}>
        {preview.failure && <Failed failure={preview.failure} retry={preview.retry} />}
        {preview.people.length === 0 && <p className={css.hint}>{text('assignments.who.nobody')}</p>}
        <PeopleNames people={preview.people} />
        {preview.more && (
          <Button onClick={preview.more} loading={preview.loadingMore}>
            {text('assignments.check.moreNames')}
          </Button>
        )}
      </Section>
    </div>
  );
}
