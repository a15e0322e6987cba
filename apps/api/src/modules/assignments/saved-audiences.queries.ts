/** SQL of whether the rules of an assignment `a` name the saved audience `x`. */
export const namesAudience = `jsonb_path_exists(a.rules, '$.*[*].audienceId ? (@ == $id)', jsonb_build_object('id', x.id::text))`;

/** SQL of how many drafts and published assignments name the saved audience `x`. */
export const usedBy = `(select count(*)::int from assignment a where a.state <> 'withdrawn' and ${namesAudience})`;
