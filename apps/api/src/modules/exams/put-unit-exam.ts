import { exams, type BodyOf } from '@dangxiao/contracts';
import { Clock } from '../../config/clock.ts';
import { UnitOfWork, type Tx } from '../../database/unit-of-work.ts';
import { ApiError } from '../../http/api-error.ts';
import type { CallOf, Handler } from '../../http/call.ts';
import { Handles } from '../../http/handles.ts';
import { scopeOf } from '../../http/scope.ts';
import { Audit } from '../audit/index.ts';
import { lockUnit, touchCourse } from '../catalog/index.ts';
import { assertQuestions, unitExam } from './unit-exam.queries.ts';

type Settings = Omit<BodyOf<typeof exams.putUnitExam>, 'revision'>;

/**
 * Sets the exam of a unit in the draft. It draws on questions of every bank that the actor may read; a question named twice counts once. An
 * exam that was removed and is set again is the same exam: tries and hours count once.
 */
@Handles(exams.putUnitExam)
export class PutUnitExam implements Handler<typeof exams.putUnitExam> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async run({ actor, scope, params: { unitId }, body, request }: CallOf<typeof exams.putUnitExam>) {
    const { revision, ...given } = body;
    const settings = { ...given, questionIds: [...new Set(given.questionIds)] };
    const available = settings.questionIds.length;
    return this.uow.run(async (tx) => {
      const { course } = await lockUnit(tx, scope, unitId);
      const before = await unitExam(tx, unitId);
      if ((before?.revision ?? null) !== revision)
        throw new ApiError('stale_revision', { params: { current: before } });
      await assertQuestions(tx, scopeOf(actor, 'questions.read'), settings.questionIds);
      if (available < settings.draw)
        throw new ApiError('exam_too_few_questions', { params: { draw: settings.draw, available } });
      await write(tx, unitId, settings);
      await touchCourse(tx, course.id, this.clock.now());
      const after = await unitExam(tx, unitId);
      if (!after) throw new ApiError('unit_not_found');
      await this.audit.record(tx, {
        actor,
        request,
        action: exams.putUnitExam.id,
        objectType: 'exam',
        objectId: after.id,
        objectName: settings.title,
        organizationId: course.organizationId,
        before,
        after: settings,
      });
      return after;
    });
  }
}

const columns = `title = $2, question_ids = $3, draw = $4, shuffle_questions = $5, shuffle_options = $6, minutes = $7, pass_percent = $8,
  tries = $9, reveal = $10, revision = revision + 1, removed_at = null`;

/** The course is locked: nobody else writes this unit's exam meanwhile. */
async function write(tx: Tx, unitId: string, settings: Settings): Promise<void> {
  const { title, questionIds, draw, shuffleQuestions, shuffleOptions, minutes, passPercent, tries, reveal } = settings;
  const values = [title, questionIds, draw, shuffleQuestions, shuffleOptions, minutes, passPercent, tries, reveal];
  const updated = await tx.execute(`update unit_exam set ${columns} where unit_id = $1`, [unitId, ...values]);
  if (updated > 0) return;
  await tx.execute(
    `insert into unit_exam (unit_id, title, question_ids, draw, shuffle_questions, shuffle_options, minutes, pass_percent, tries, reveal)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [unitId, ...values],
  );
}
