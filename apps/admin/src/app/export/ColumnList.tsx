import { ArrowDownOutlined, ArrowUpOutlined, HolderOutlined } from '@ant-design/icons';
import type { ExportKind } from '@dangxiao/contracts';
import { exportColumnText, type Language } from '@dangxiao/contracts/labels';
import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { Button, Checkbox } from 'antd';
import { useText } from '../../i18n/use-text.ts';
import type { Choice } from './columns.ts';
import css from './export.module.css';

interface Props {
  kind: ExportKind;
  language: Language;
  choices: readonly Choice[];
  onChange: (choices: Choice[]) => void;
}

/** Columns with a tick each, in an order that is changed by dragging or by buttons. */
export function ColumnList({ kind, language, choices, onChange }: Props) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const move = (from: number, to: number) => onChange(arrayMove([...choices], from, to));
  const ids = choices.map(({ id }) => id);
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={({ active, over }) => {
        if (over) move(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ul className={css.columns}>
          {choices.map((choice, index) => (
            <Line
              key={choice.id}
              choice={choice}
              name={exportColumnText(kind, choice.id, language)}
              onChosen={(chosen) => onChange(choices.map((one) => (one.id === choice.id ? { ...one, chosen } : one)))}
              onUp={index > 0 ? () => move(index, index - 1) : undefined}
              onDown={index < choices.length - 1 ? () => move(index, index + 1) : undefined}
            />
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  );
}

interface LineProps {
  choice: Choice;
  name: string;
  onChosen: (chosen: boolean) => void;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
}

function Line({ choice: { id, chosen }, name, onChosen, onUp, onDown }: LineProps) {
  const text = useText();
  const { attributes, listeners, setNodeRef, transform, transition } = useSortable({ id });
  return (
    <li ref={setNodeRef} className={css.line} style={{ transform: CSS.Translate.toString(transform), transition }}>
      <button
        type="button"
        className={css.handle}
        {...attributes}
        {...listeners}
        aria-label={text('exports.drag', { name })}
      >
        <HolderOutlined aria-hidden />
      </button>
      <Checkbox className={css.name ?? ''} checked={chosen} onChange={(event) => onChosen(event.target.checked)}>
        {name}
      </Checkbox>
      <Button
        type="text"
        size="small"
        disabled={!onUp}
        icon={<ArrowUpOutlined aria-hidden />}
        aria-label={text('exports.up', { name })}
        onClick={onUp}
      />
      <Button
        type="text"
        size="small"
        disabled={!onDown}
        icon={<ArrowDownOutlined aria-hidden />}
        aria-label={text('exports.down', { name })}
        onClick={onDown}
      />
    </li>
  );
}
