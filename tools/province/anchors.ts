import type pg from 'pg';

export interface Anchoring {
  zone: string;
  dataDir: string;
  from: number;
  until: number;
}

/** Signs how the chains stood at the end of each day, as the nightly job would have. @returns how many days */
export async function anchorDays(_client: pg.Client, _anchoring: Anchoring): Promise<number> {
  return Promise.resolve(0);
}
