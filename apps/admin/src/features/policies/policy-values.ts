import { type BodyInput, credits } from '@dangxiao/contracts';
import type { Dayjs } from 'dayjs';
import type { Policy } from './types.ts';

type Body = BodyInput<typeof credits.createPolicy>;
type Requirement = Omit<Body['requirements'][number], 'hours'> & { hours: string | number | null };

/** The form's own shape: a tier is a lower bound and what it means. */
export interface PolicyValues extends Omit<Body, 'validFrom' | 'lectureTiers' | 'requirements'> {
  validFrom: Dayjs | null;
  lectureTiers: { bound: 'atLeast' | 'above'; minutes: number | null; hours: string | number | null }[];
  requirements: Requirement[];
}

const exact = (hours: string | number | null | undefined) => Number(hours ?? 0).toFixed(2);

/** Where a new version starts from: the newest one, without its date. */
export function valuesOf(policy: Policy | undefined): Partial<PolicyValues> {
  if (!policy)
    return { lectureTiers: [], requirements: [], completionPercent: 90, maxRate: 150, lectureCounter: 'online' };
  const { name, examHours, completionPercent, maxRate, lectureCounter, requirements } = policy;
  return {
    name,
    examHours,
    completionPercent,
    maxRate,
    lectureCounter,
    requirements,
    lectureTiers: policy.lectureTiers.map(({ atLeastMinutes, aboveMinutes, hours }) => ({
      bound: atLeastMinutes === null ? 'above' : 'atLeast',
      minutes: atLeastMinutes ?? aboveMinutes ?? 0,
      hours,
    })),
  };
}

/** The request for what was filled in; tiers from long to short, because the first that a lecture reaches decides. */
export function bodyOf(values: PolicyValues): Body {
  return {
    name: values.name,
    validFrom: values.validFrom?.format('YYYY-MM-DD') ?? '',
    examHours: exact(values.examHours),
    completionPercent: values.completionPercent,
    maxRate: values.maxRate,
    lectureCounter: values.lectureCounter,
    lectureTiers: [...(values.lectureTiers ?? [])]
      .sort((a, b) => (b.minutes ?? 0) - (a.minutes ?? 0))
      .map(({ bound, minutes, hours }) => ({
        atLeastMinutes: bound === 'atLeast' ? (minutes ?? 0) : null,
        aboveMinutes: bound === 'above' ? (minutes ?? 0) : null,
        hours: exact(hours),
      })),
    requirements: (values.requirements ?? []).map((each) => ({ ...each, hours: exact(each.hours) })),
  };
}
