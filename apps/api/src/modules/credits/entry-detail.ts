import type { credits, ResponseOf } from '@dangxiao/contracts';
import { lectureTierFor, parseMultirange, type Json } from '@dangxiao/domain';
import { Injectable } from '@nestjs/common';
import type { Sql } from '../../database/sql.ts';
import { appealOf, appealView, entryView, type EntryFacts } from './entries.queries.ts';
import { Policies } from './policies.ts';

type Detail = ResponseOf<typeof credits.myEntry>;

/** Where an entry came from: the rule that gave the hours and its evidence, down to the intervals or the attempt. */
@Injectable()
export class EntryDetails {
  constructor(private readonly policies: Policies) {}

  async of(sql: Sql, facts: EntryFacts): Promise<Detail> {
    const appeal = facts.reversalId === null ? null : await appealOf(sql, facts.reversalId);
    return {
      ...entryView(facts),
      organizationName: facts.organizationName,
      policyVersion: facts.policyVersion,
      rule: await this.rule(sql, facts),
      evidence: await evidenceOf(sql, facts),
      hash: facts.hash,
      previousHash: facts.previousHash,
      recordedAt: facts.recordedAt.toISOString(),
      appeal: appeal && appealView(appeal),
    };
  }

  private async rule(sql: Sql, { sourceKind, evidence, hours, policyVersion }: EntryFacts): Promise<Detail['rule']> {
    if (sourceKind === 'reversal') return { code: 'reversed', params: { hours } };
    if (sourceKind === 'recognition') return { code: 'recognised', params: { hours } };
    const { name, ...policy } = await this.policies.version(sql, policyVersion);
    if (sourceKind === 'exam') {
      const { scorePercent, passPercent } = evidence;
      return {
        code: 'exam_passed',
        params: { policy: name, hours, scorePercent: text(scorePercent), passPercent: count(passPercent) },
      };
    }
    const durationMs = count(evidence.durationMs);
    const tier = lectureTierFor(policy, durationMs);
    const params: Detail['rule']['params'] = { policy: name, hours, durationMs };
    if (tier?.aboveMinutes != null) params.aboveMinutes = tier.aboveMinutes;
    if (tier?.atLeastMinutes != null) params.atLeastMinutes = tier.atLeastMinutes;
    return { code: 'lecture_tier', params };
  }
}

async function evidenceOf(sql: Sql, facts: EntryFacts): Promise<Detail['evidence']> {
  const { evidence, title, recordedBy } = facts;
  const courseTitle = facts.courseTitle ?? '';
  const reason = facts.reason ?? '';
  switch (facts.sourceKind) {
    case 'lesson':
      return {
        kind: 'lesson',
        lessonId: facts.sourceId,
        lessonTitle: title,
        courseTitle,
        durationMs: count(evidence.durationMs),
        completionPercent: count(evidence.completionPercent),
        coverage: parseMultirange(text(evidence.coverage)).map(([from, to]): [number, number] => [from, to]),
        countedMs: count(evidence.countedMs),
        firstHeartbeatAt: text(evidence.firstHeartbeatAt),
        completedAt: text(evidence.completedAt),
        heartbeats: count(evidence.heartbeats),
      };
    case 'exam':
      return {
        kind: 'exam',
        attemptId: text(evidence.attemptId),
        examTitle: title,
        courseTitle,
        number: count(evidence.number),
        startedAt: text(evidence.startedAt),
        finishedAt: text(evidence.finishedAt),
        correct: count(evidence.correct),
        total: count(evidence.total),
        scorePercent: text(evidence.scorePercent),
        passPercent: count(evidence.passPercent),
      };
    case 'recognition':
      return { kind: 'recognition', title, reason, files: await filesOf(sql, evidence.fileIds), recordedBy };
    case 'reversal':
      return { kind: 'reversal', reason, recordedBy, reversesId: facts.reversesId ?? facts.sourceId };
  }
}

function filesOf(sql: Sql, ids: Json | undefined) {
  return sql.query<{ id: string; name: string; url: string }>(
    `select f.id, f.name, '/api/v1/files/' || f.id as url from stored_file f where f.id = any($1::uuid[]) order by f.id`,
    [Array.isArray(ids) ? ids : []],
  );
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : String(value ?? ''));
const count = (value: Json | undefined): number => (typeof value === 'number' ? value : Number(value ?? 0));
