import { people } from '@dangxiao/contracts';
import { App, Form, Input } from 'antd';
import {
  FormDrawer,
  StaleFormNotice,
  unitDifference,
  UnitSelect,
  useContractForm,
  useStaleEdit,
} from '../../app/ui/index.ts';
import { useText } from '../../i18n/use-text.ts';
import type { UnitRow } from './use-unit-columns.tsx';

interface Values {
  name: string;
  code: string;
  parentUnitId: string | null;
}

const refreshes = [people.listEmployingUnits];
const fieldOf = { employing_unit_code_taken: 'code', employing_unit_below_itself: 'parentUnitId' } as const;

function Fields({ unit }: { unit?: UnitRow }) {
  const text = useText();
  return (
    <>
      <Form.Item name="name" label={text('units.name')} extra={text('units.nameHint')}>
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item name="code" label={text('units.code')} extra={text('units.codeHint')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="parentUnitId" label={text('units.parent')}>
        <UnitSelect
          placeholder={text('units.noParent')}
          first={unit?.parent ?? null}
          {...(unit ? { without: unit.id } : {})}
        />
      </Form.Item>
    </>
  );
}

function Create({ onClose }: { onClose: () => void }) {
  const text = useText();
  const { message } = App.useApp();
  const form = useContractForm<typeof people.createEmployingUnit, Values>(people.createEmployingUnit, {
    request: (body) => ({ body }),
    refreshes,
    fieldOf,
    onDone: (_answer, { body }) => {
      void message.success(text('units.created', { name: body.name }));
      onClose();
    },
  });
  return (
    <FormDrawer
      open
      title={text('units.create')}
      form={form}
      onClose={onClose}
      initialValues={{ parentUnitId: null }}
      submitLabel={text('units.create')}
    >
      <Fields />
    </FormDrawer>
  );
}

function Change({ unit, onClose }: { unit: UnitRow; onClose: () => void }) {
  const text = useText();
  const { message } = App.useApp();
  const edit = useStaleEdit(unit, onClose);
  const form = useContractForm<typeof people.updateEmployingUnit, Values>(people.updateEmployingUnit, {
    request: (body) => ({ params: { employingUnitId: unit.id }, body: { ...body, revision: edit.base().revision } }),
    refreshes: [...refreshes, people.listPeople, people.getPerson, people.getOrganization],
    fieldOf,
    onFailed: edit.caught,
    onDone: () => {
      void message.success(text('app.saved'));
      onClose();
    },
  });
  const compare = (saved: UnitRow, mine: Values) => ({
    name: { label: text('units.name'), theirs: saved.name, mine: mine.name },
    code: { label: text('units.code'), theirs: saved.code, mine: mine.code },
    parentUnitId: unitDifference({
      label: text('units.parent'),
      theirs: saved.parent,
      mine: mine.parentUnitId,
      first: unit.parent,
      none: text('units.noParent'),
    }),
  });
  return (
    <FormDrawer
      open
      title={text('units.editNamed', { name: unit.name })}
      form={form}
      onClose={onClose}
      initialValues={{ name: unit.name, code: unit.code, parentUnitId: unit.parent?.id ?? null }}
      submitLabel={text('app.save')}
    >
      <StaleFormNotice edit={edit} form={form} compare={compare} />
      <Fields unit={unit} />
    </FormDrawer>
  );
}

/** Adds a unit, or changes one. */
export function UnitDrawer({ unit, onClose }: { unit: UnitRow | null; onClose: () => void }) {
  return unit ? <Change unit={unit} onClose={onClose} /> : <Create onClose={onClose} />;
}
