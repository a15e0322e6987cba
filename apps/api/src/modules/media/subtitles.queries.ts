import type { Sql } from '../../database/sql.ts';

export interface Subtitle {
  mediaId: string;
  language: string;
  label: string;
  /** Checked. */
  vtt: string;
}

/** Adds subtitles, or replaces those of the same language. */
export async function putSubtitle(tx: Sql, { mediaId, language, label, vtt }: Subtitle, now: Date): Promise<void> {
  await tx.execute(
    `insert into media_subtitle (media_id, language, label, vtt, created_at) values ($1, $2, $3, $4, $5)
     on conflict (media_id, language) do update set label = excluded.label, vtt = excluded.vtt, created_at = excluded.created_at`,
    [mediaId, language, label, vtt, now],
  );
}
