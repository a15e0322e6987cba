import { DeleteOutlined } from '@ant-design/icons';
import { assignments, personKind, position } from '@dangxiao/contracts';
import { useEndpoint, useKitText } from '@dangxiao/web-kit';
import { Button, Select } from 'antd';
import { useText } from '../../../i18n/use-text.ts';
import css from '../assignments.module.css';
import type { Names, Rule } from '../use-labels.ts';
import { ListPicker } from './ListPicker.tsx';
import { PeoplePicker } from './PeoplePicker.tsx';
import { PlacePicker } from './PlacePicker.tsx';

export interface Owner {
  id: string;
  name: string;
}
interface Props {
  rule: Rule;
  owner: Owner;
  names: Names;
  /** How many people it names now. */
  count?: number | undefined;
  onChange: (rule: Rule, names: Names) => void;
  onRemove: () => void;
}

/** One condition of who is meant. */
export function RuleCard({ rule, owner, names, count, onChange, onRemove }: Props) {
  const text = useText();
  const title = text(`assignments.who.${rule.by}`);
  return (
    <section className={css.rule} aria-label={title}>
      <div className={css.ruleHead}>
        <span>{title}</span>
        <span className={css.endGroup}>
          {count !== undefined && <span className={css.hint}>{text('assignments.who.perRule', { count })}</span>}
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={text('assignments.who.remove')}
            onClick={onRemove}
          />
        </span>
      </div>
      {rule.by === 'filter' && <FilterFields rule={rule} owner={owner} names={names} onChange={onChange} />}
      {rule.by === 'people' && (
        <PeoplePicker
          organizationId={owner.id}
          personIds={rule.personIds}
          names={names}
          onChange={(personIds, found) => onChange({ ...rule, personIds }, found)}
        />
      )}
      {rule.by === 'list' && (
        <ListPicker
          organizationId={owner.id}
          listId={rule.listId}
          names={names}
          onChange={(listId, found) => onChange({ ...rule, listId }, found)}
        />
      )}
      {rule.by === 'saved' && <SavedField rule={rule} names={names} onChange={onChange} />}
    </section>
  );
}

type Of<By extends Rule['by']> = { rule: Extract<Rule, { by: By }> } & Pick<Props, 'names' | 'onChange'>;

function FilterFields({ rule, owner, names, onChange }: Of<'filter'> & { owner: Owner }) {
  const text = useText();
  const kit = useKitText();
  return (
    <>
      <div className={css.field}>
        <span className={css.label}>{text('assignments.who.places')}</span>
        {rule.organizations.length === 0 && <span>{text('assignments.who.everywhere', { name: owner.name })}</span>}
        <PlacePicker
          places={rule.organizations}
          names={names}
          onChange={(organizations, found) => onChange({ ...rule, organizations }, found)}
        />
      </div>
      <label className={css.field}>
        <span className={css.label}>{text('assignments.who.kinds')}</span>
        <Select
          mode="multiple"
          aria-label={text('assignments.who.kinds')}
          placeholder={text('assignments.who.anyKind')}
          value={rule.kinds}
          options={personKind.options.map((value) => ({ value, label: kit(`personKind.${value}`) }))}
          onChange={(kinds) => onChange({ ...rule, kinds }, {})}
        />
      </label>
      <label className={css.field}>
        <span className={css.label}>{text('assignments.who.positions')}</span>
        <Select
          mode="multiple"
          aria-label={text('assignments.who.positions')}
          placeholder={text('assignments.who.anyPosition')}
          value={rule.positions}
          options={position.options
            .filter((value) => value !== 'none')
            .map((value) => ({ value, label: kit(`position.${value}`) }))}
          onChange={(positions) => onChange({ ...rule, positions }, {})}
        />
      </label>
    </>
  );
}

function SavedField({ rule, names, onChange }: Of<'saved'>) {
  const text = useText();
  const saved = useEndpoint(assignments.listSavedAudiences, { query: { limit: 100 } });
  const items = saved.data?.items ?? [];
  const known = items.some(({ id }) => id === rule.audienceId);
  return (
    <Select
      aria-label={text('assignments.who.saved')}
      placeholder={text('assignments.who.findSaved')}
      loading={saved.isPending}
      {...(rule.audienceId ? { value: rule.audienceId } : {})}
      showSearch={{ optionFilterProp: 'label' }}
      options={[
        ...(rule.audienceId && !known ? [{ value: rule.audienceId, label: names[rule.audienceId] ?? '' }] : []),
        ...items.map(({ id, title }) => ({ value: id, label: title })),
      ]}
      onChange={(audienceId, option) =>
        onChange({ ...rule, audienceId }, Array.isArray(option) ? {} : { [audienceId]: option?.label ?? '' })
      }
    />
  );
}
