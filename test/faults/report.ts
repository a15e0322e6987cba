/** What a run found: a promise broke when anything was lost or doubled, or `broken` names something else. */
export interface FaultReport {
  acknowledged: number;
  stored: number;
  lost: number;
  doubled: number;
  broken: string[];
}
