/**
 * SQL expression: what did not count of a lesson and why, as a jsonb list of `{interval, reason}` (the contract's `refusedSpan`), from the
 * last beats that refused something. What was covered in the end is the caller's to subtract.
 * @param personId @param lessonId SQL expressions
 */
export const refusedSpans = (personId: string, lessonId: string) => `
  coalesce((
    select jsonb_agg(jsonb_build_object('interval', jsonb_build_array(r.span -> 0, r.span -> 1), 'reason', r.span -> 2) order by r.at)
    from (
      select b.at, jsonb_array_elements(b.refused) as span
      from playback_lease l join watch_beat b on b.person_id = l.person_id and b.lease_id = l.id
      where l.person_id = ${personId} and l.lesson_id = ${lessonId} and b.refused <> '[]'
      order by b.at desc limit 200
    ) r
  ), '[]'::jsonb)`;
