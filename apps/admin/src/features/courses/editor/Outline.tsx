import { FileTextOutlined, FolderOutlined, FormOutlined, PlaySquareOutlined, SettingOutlined } from '@ant-design/icons';
import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Tag } from 'antd';
import { Link } from 'react-router';
import { useText } from '../../../i18n/use-text.ts';
import { AddToOutline } from './AddToOutline.tsx';
import { moved, outlineOf, placed, shifted, type Draft, type Place } from './draft.ts';
import css from './editor.module.css';
import { OutlineRow } from './OutlineRow.tsx';
import { useOutline } from './use-outline.ts';

interface Props {
  draft: Draft;
  place: Place;
  fixed: boolean;
}

/** The course as units and lessons: choose what to edit, put it in order by mouse or keyboard, add to it. */
export function Outline({ draft: saved, place, fixed }: Props) {
  const text = useText();
  const { draft, save } = useOutline(saved);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const outline = outlineOf(draft);
  const isUnit = (id: string) => outline.some((unit) => unit.id === id);
  const drop = ({ active, over }: DragEndEvent) => {
    if (!over || active.id === over.id) return;
    const [id, target] = [String(active.id), String(over.id)];
    const unitOf = outline.find((unit) => unit.id === target || unit.lessonIds.includes(target));
    if (!unitOf) return;
    if (isUnit(id)) {
      const from = outline.findIndex((unit) => unit.id === id);
      save(moved(outline, from, outline.indexOf(unitOf)));
    } else save(placed(outline, id, unitOf.id, isUnit(target) ? 0 : unitOf.lessonIds.indexOf(target)));
  };
  const ids = outline.flatMap((unit) => [unit.id, ...unit.lessonIds]);
  return (
    <nav className={css.outline} aria-label={text('courses.outline.label')}>
      <Link to="?" replace className={`${css.row} ${place.kind === 'course' ? css.current : ''}`}>
        <SettingOutlined aria-hidden /> {text('courses.outline.course')}
      </Link>
      <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop}>
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          {draft.units.map((unit) => (
            <div key={unit.id}>
              <OutlineRow
                id={unit.id}
                kind="unit"
                title={unit.title}
                to={`?at=unit:${unit.id}`}
                current={place.kind === 'unit' && place.unit.id === unit.id}
                icon={<FolderOutlined aria-hidden />}
                fixed={fixed}
                onMove={(by) => save(shifted(outline, unit.id, by))}
              />
              {unit.lessons.map((lesson) => (
                <OutlineRow
                  key={lesson.id}
                  id={lesson.id}
                  kind="lesson"
                  title={lesson.title}
                  to={`?at=lesson:${lesson.id}`}
                  current={place.kind === 'lesson' && place.lesson.id === lesson.id}
                  icon={lesson.kind === 'video' ? <PlaySquareOutlined aria-hidden /> : <FileTextOutlined aria-hidden />}
                  note={!lesson.required && <Tag>{text('courses.lesson.optional')}</Tag>}
                  fixed={fixed}
                  onMove={(by) => save(shifted(outline, lesson.id, by))}
                />
              ))}
              {unit.examId !== null && (
                <Link
                  to={`?at=exam:${unit.id}`}
                  replace
                  className={`${css.row} ${css.lesson} ${place.kind === 'exam' && place.unit.id === unit.id ? css.current : ''}`}
                >
                  <FormOutlined aria-hidden /> {text('courses.exam.label')}
                </Link>
              )}
              {!fixed && <AddToOutline courseId={draft.id} unit={unit} />}
            </div>
          ))}
        </SortableContext>
      </DndContext>
      {!fixed && <AddToOutline courseId={draft.id} unit={null} />}
    </nav>
  );
}
