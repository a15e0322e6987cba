import { scopeOf } from '../../../http/scope.ts';
import { entryTables, entryTitle } from '../../credits/index.ts';
import { BY_NAME, organizationInScope, personInScope } from '../../people/index.ts';
import { column, text, word, type Asked, type Source, type Statement } from './source.ts';

const READ = 'records.read';

/** The ledger of people of the actor's subtrees: one person's, or a whole organization's. As of a day: what had been entered by its end. */
export const entries: Source = {
  permission: READ,
  async statement({ sql, actor, query, asOf, zone }: Asked): Promise<Statement> {
    const scope = scopeOf(actor, READ);
    const { personId, organizationId, year, counter, subtree = true } = query;
    const person = personId ? await personInScope(sql, scope, personId) : undefined;
    const node = organizationId ? await organizationInScope(sql, scope, organizationId) : undefined;
    const params: unknown[] = [];
    const add = (value: unknown) => `$${params.push(value)}`;
    const where = [scope.sql('home.path', params)];
    if (person) where.push(`e.person_id = ${add(person.id)}`);
    if (node) where.push(subtree ? `home.path <@ ${add(node.path)}::ltree` : `home.id = ${add(node.id)}`);
    if (year) where.push(`e.year = ${add(year)}`);
    if (counter) where.push(`e.counter = ${add(counter)}`);
    let reversed = 'r.id is not null';
    if (asOf) {
      const end = `((${add(asOf.day)}::date + 1)::timestamp at time zone ${add(zone)})`;
      where.push(`e.recorded_at < ${end}`);
      reversed = `coalesce(r.recorded_at < ${end}, false)`;
    }
    return {
      names: { ...(person && { [person.id]: person.name }), ...(node && { [node.id]: node.name }) },
      with: [],
      from: `${entryTables}
        join organization o on o.id = e.organization_id
        join person p on p.id = e.person_id
        join organization home on home.id = p.current_organization_id
        left join credit_note n on n.entry_id = e.id
        left join account by_account on by_account.id = e.recorded_by
        left join person by_person on by_person.id = by_account.person_id`,
      where,
      order: `home.path, p.name ${BY_NAME}, e.person_id, e.seq`,
      params,
      columns: {
        person: text('p.name', 14),
        home: text('home.name', 28),
        seq: column('e.seq', 'integer', 10),
        counter: word('e.counter', 'counter', 12),
        hours: column('e.hours', 'decimal', 10),
        effectiveAt: column('e.effective_at', 'instant', 20),
        year: column('e.year', 'integer', 8),
        source: word('e.source_kind', 'source', 12),
        title: text(entryTitle, 32),
        course: text('cv.title', 32),
        organization: text('o.name', 28),
        reversed: word(`(${reversed})::text`, 'flag', 10),
        policyVersion: column('e.policy_version', 'integer', 12),
        reason: text('n.reason', 28),
        recordedBy: text('coalesce(by_person.name, by_account.login)', 14),
        recordedAt: column('e.recorded_at', 'instant', 20),
        hash: text('e.hash', 68),
      },
    };
  },
};
