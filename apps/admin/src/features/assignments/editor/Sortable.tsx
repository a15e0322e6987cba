import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined, HolderOutlined } from '@ant-design/icons';
import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/use-text.ts';
import css from '../assignments.module.css';

interface Entry {
  id: string;
  title: string;
}
interface Props<Item extends Entry> {
  items: Item[];
  onChange: (items: Item[]) => void;
  /** At the right of a title. */
  note?: (item: Item, index: number) => ReactNode;
}

/** Things in an order that is changed by dragging, by the arrows or by the keyboard. */
export function Sortable<Item extends Entry>({ items, onChange, note }: Props<Item>) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const drop = ({ active, over }: DragEndEvent) => {
    const place = (id: unknown) => items.findIndex((item) => item.id === id);
    if (over && active.id !== over.id) onChange(arrayMove(items, place(active.id), place(over.id)));
  };
  const move = (index: number, by: 1 | -1) => {
    const to = index + by;
    if (to >= 0 && to < items.length) onChange(arrayMove(items, index, to));
  };
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop}>
      <SortableContext items={items.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
        <ol className={css.chosen}>
          {items.map((item, index) => (
            <Row
              key={item.id}
              item={item}
              number={index + 1}
              onMove={(by) => move(index, by)}
              onRemove={() => onChange(items.filter((one) => one.id !== item.id))}
            >
              {note?.(item, index)}
            </Row>
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

interface RowProps {
  item: Entry;
  number: number;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
  children?: ReactNode;
}

function Row({ item: { id, title }, number, onMove, onRemove, children }: RowProps) {
  const text = useText();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition } = useSortable({ id });
  const button = (label: string, icon: ReactNode, onClick: () => void) => (
    <Button type="text" size="small" icon={icon} aria-label={label} onClick={onClick} />
  );
  return (
    <li ref={setNodeRef} className={css.item} style={{ transform: CSS.Translate.toString(transform), transition }}>
      <button
        ref={setActivatorNodeRef}
        type="button"
        className={css.handle}
        {...attributes}
        {...listeners}
        aria-label={text('assignments.what.drag', { title })}
      >
        <HolderOutlined aria-hidden />
      </button>
      <span className={css.number}>{number}</span>
      <span className={css.itemTitle}>{title}</span>
      {children}
      {button(text('assignments.what.up', { title }), <ArrowUpOutlined aria-hidden />, () => onMove(-1))}
      {button(text('assignments.what.down', { title }), <ArrowDownOutlined aria-hidden />, () => onMove(1))}
      {button(text('assignments.what.remove', { title }), <CloseOutlined aria-hidden />, onRemove)}
    </li>
  );
}
