import { ArrowDownOutlined, ArrowUpOutlined, HolderOutlined } from '@ant-design/icons';
import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useText } from '../../../i18n/use-text.ts';
import css from './editor.module.css';

interface Props {
  id: string;
  kind: 'unit' | 'lesson';
  title: string;
  to: string;
  current: boolean;
  icon: ReactNode;
  note?: ReactNode;
  fixed: boolean;
  onMove: (by: 1 | -1) => void;
}

/** A unit or lesson in the outline: opens at the right, is dragged by its handle, or moved by its two arrows. */
export function OutlineRow({ id, kind, title, to, current, icon, note, fixed, onMove }: Props) {
  const text = useText();
  const sortable = useSortable({ id, data: { kind }, disabled: fixed });
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = sortable;
  const style = { transform: CSS.Translate.toString(transform), transition, opacity: isDragging ? 0.6 : 1 };
  return (
    <div ref={setNodeRef} style={style} className={`${css.row} ${css[kind] ?? ''} ${current ? css.current : ''}`}>
      {!fixed && (
        <button
          ref={setActivatorNodeRef}
          type="button"
          className={css.handle}
          {...attributes}
          {...listeners}
          aria-label={text('courses.outline.drag', { title })}
        >
          <HolderOutlined aria-hidden />
        </button>
      )}
      <Link to={to} className={css.rowTitle} aria-current={current ? 'true' : undefined} replace>
        {icon}
        <span>{title}</span>
        {note}
      </Link>
      {!fixed && (
        <span className={css.arrows}>
          <Button
            type="text"
            size="small"
            icon={<ArrowUpOutlined aria-hidden />}
            aria-label={text('courses.outline.up', { title })}
            onClick={() => onMove(-1)}
          />
          <Button
            type="text"
            size="small"
            icon={<ArrowDownOutlined aria-hidden />}
            aria-label={text('courses.outline.down', { title })}
            onClick={() => onMove(1)}
          />
        </span>
      )}
    </div>
  );
}
