import ui from '../../app/ui/ui.module.css';
import css from './catalog.module.css';
import { ExamRow } from './ExamRow.tsx';
import { LessonRow } from './LessonRow.tsx';
import type { Unit } from './types.ts';

interface Props {
  courseId: string;
  unit: Unit;
  /** The only unit of its course needs no heading of its own. */
  single: boolean;
}

export function UnitList({ courseId, unit, single }: Props) {
  return (
    <section className={css.unit} aria-label={unit.title}>
      {!single && <h3>{unit.title}</h3>}
      <ul className={ui.rows}>
        {unit.lessons.map((lesson) => (
          <li key={lesson.id}>
            <LessonRow courseId={courseId} lesson={lesson} />
          </li>
        ))}
        {unit.exam && (
          <li>
            <ExamRow exam={unit.exam} />
          </li>
        )}
      </ul>
    </section>
  );
}
