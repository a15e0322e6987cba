/** SQL of the questions of a unit's exam as publishing would freeze them: current versions of those not archived, in the author's order. */
export const frozenQuestions = (exam: string) => `coalesce((
  select array_agg(q.current_version_id order by asked.place)
  from unnest(${exam}.question_ids) with ordinality asked (id, place)
  join question q on q.id = asked.id and q.archived_at is null), '{}')`;

const examJson = (exam: string, id: string, questions: string) => `jsonb_build_object('id', ${exam}.${id},
  'title', ${exam}.title, 'questions', ${questions}, 'draw', ${exam}.draw, 'shuffle', ${exam}.shuffle_questions,
  'shuffleOptions', ${exam}.shuffle_options, 'minutes', ${exam}.minutes, 'pass', ${exam}.pass_percent,
  'tries', ${exam}.tries, 'reveal', ${exam}.reveal)`;

/** SQL of the length of a lesson of the draft in ms; needs `l` (lesson) and `m` (its media or null). */
export const draftDuration = `coalesce(case l.kind when 'video' then m.duration_ms else l.minimum_reading_seconds * 1000 end, 0)`;

/** SQL of everything that publishing would freeze, as one JSON value to compare with `versionSnapshot`. */
export const draftSnapshot = (course: string) => `jsonb_build_object(
  'title', ${course}.title, 'summary', ${course}.summary, 'description', ${course}.description_html,
  'instructor', (select p.name from person p where p.id = ${course}.instructor_id), 'cover', ${course}.cover_file_id,
  'units', (select jsonb_agg(jsonb_build_object('id', u.id, 'title', u.title,
    'lessons', (select jsonb_agg(jsonb_build_object('id', l.id, 'kind', l.kind, 'title', l.title,
        'required', l.required, 'media', l.media_id, 'article', l.article_html, 'duration', ${draftDuration})
        order by l.ordinal, l.id)
      from lesson l left join media m on m.id = l.media_id where l.unit_id = u.id and l.removed_at is null),
    'exam', (select ${examJson('e', 'id', `to_jsonb(${frozenQuestions('e')})`)}
      from unit_exam e where e.unit_id = u.id and e.removed_at is null)) order by u.ordinal, u.id)
    from unit u where u.course_id = ${course}.id and u.removed_at is null))`;

/** SQL of a published version in the shape of `draftSnapshot`. */
export const versionSnapshot = (version: string) => `jsonb_build_object(
  'title', ${version}.title, 'summary', ${version}.summary, 'description', ${version}.description_html,
  'instructor', ${version}.instructor_name, 'cover', ${version}.cover_file_id,
  'units', (select jsonb_agg(jsonb_build_object('id', u.unit_id, 'title', u.title, 'lessons', u.lessons,
    'exam', (select ${examJson('e', 'exam_id', 'to_jsonb(e.question_version_ids)')}
      from exam_version e where e.course_version_id = ${version}.id and e.unit_id = u.unit_id)) order by u.ordinal)
    from (select l.unit_id, l.unit_title as title, l.unit_ordinal as ordinal,
        jsonb_agg(jsonb_build_object('id', l.lesson_id, 'kind', l.kind, 'title', l.title, 'required', l.required,
          'media', l.media_id, 'article', l.article_html, 'duration', l.duration_ms) order by l.ordinal) as lessons
      from lesson_version l where l.course_version_id = ${version}.id
      group by l.unit_id, l.unit_title, l.unit_ordinal) u))`;
