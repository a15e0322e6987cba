import { Activity } from './activity.ts';
import { OrganizationBelow } from './organization-below.ts';
import { OrganizationDirty } from './organization-dirty.ts';
import { Standing } from './standing.ts';
import { StandingDay } from './standing-day.ts';
import { StandingDirty } from './standing-dirty.ts';
import { StandingHorizon } from './standing-horizon.ts';
import { StandingSum } from './standing-sum.ts';
import { TrainingChange } from './training-change.ts';
import { TrainingDay } from './training-day.ts';
import { TrainingSum } from './training-sum.ts';

export const reportsEntities = [
  Activity,
  OrganizationBelow,
  OrganizationDirty,
  Standing,
  StandingDay,
  StandingDirty,
  StandingHorizon,
  StandingSum,
  TrainingChange,
  TrainingDay,
  TrainingSum,
];
