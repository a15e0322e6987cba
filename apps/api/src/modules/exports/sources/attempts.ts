import { scopeOf } from '../../../http/scope.ts';
import { ApiError } from '../../../http/api-error.ts';
import { concernedExam, attemptTables } from '../../exams/index.ts';
import { column, text, word, type Asked, type Source, type Statement } from './source.ts';

const READ = 'records.read';

/** The attempts of an exam. */
export const attempts: Source = {
  permission: READ,
  async statement({ sql, actor, query: { examId } }: Asked): Promise<Statement> {
    if (!examId) throw new ApiError('exam_not_found');
    const scope = scopeOf(actor, READ);
    const { title } = await concernedExam(sql, scope, examId);
    const params: unknown[] = [examId];
    return {
      names: { [examId]: title },
      with: [],
      from: attemptTables,
      where: ['s.exam_id = $1', scope.sql('o.path', params)],
      order: 's.started_at desc, s.id desc',
      params,
      columns: {
        name: text('p.name', 14),
        organization: text('o.name', 28),
        number: column('s.number', 'integer', 8),
        state: word('s.state', 'attempt', 14),
        startedAt: column('s.started_at', 'instant', 20),
        finishedAt: column('s.finished_at', 'instant', 20),
        score: column('s.score_percent', 'decimal', 10),
        passed: word('s.passed::text', 'flag', 10),
      },
    };
  },
};
