import type { SchemaPart } from '../../../database/schema/foundation.ts';
import { appendOnly } from '../../../database/schema/guards.ts';

/** The audit log is sealed month by month, and dropped only as whole sealed months after the kept period. */
export const seals: SchemaPart = {
  up: `
    create table audit_seal (
      month date primary key check (extract(day from month) = 1),
      from_at timestamptz not null,
      until_at timestamptz not null,
      events bigint not null,
      events_hash text not null,
      previous_signature text,
      signature text not null,
      sealed_at timestamptz not null,
      check (from_at < until_at)
    );
    ${appendOnly('audit_seal')}

    -- Months whose events were dropped after the kept period; their seals remain.
    create table audit_drop (
      month date primary key references audit_seal,
      events bigint not null,
      dropped_at timestamptz not null
    );
    ${appendOnly('audit_drop')}
    revoke insert on audit_drop from dangxiao_app;

    -- An event goes only with its whole month, which was sealed and is entered as dropped: only drop_audit_month does so.
    -- Relied on by apps/api/src/modules/audit/seal-job.ts, which calls drop_audit_month.
    create function refuse_audit_delete() returns trigger language plpgsql as $$
    begin
      if not exists (select from audit_drop d join audit_seal s using (month) where old.at >= s.from_at and old.at < s.until_at) then
        raise exception 'table audit_event is append-only: DELETE refused' using errcode = 'restrict_violation';
      end if;
      return old;
    end $$;
    create trigger audit_event_append_only before update on audit_event for each row execute function refuse_change();
    create trigger audit_event_no_delete before delete on audit_event for each row execute function refuse_audit_delete();
    create trigger audit_event_no_truncate before truncate on audit_event for each statement execute function refuse_change();
    revoke update, delete on audit_event from dangxiao_app;

    -- Logs are kept at least six calendar months, for 180 days are too few. Months go in their order. Answers the number of events dropped.
    -- Relied on by apps/api/src/modules/audit/seal-job.ts, which calls drop_audit_month.
    create function drop_audit_month(given date, at timestamptz) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      sealed audit_seal;
      dropped bigint;
    begin
      select * into sealed from audit_seal where month = given;
      if not found then raise exception 'the month is not sealed' using errcode = 'check_violation'; end if;
      if sealed.until_at + interval '6 months' > at then
        raise exception 'the month is younger than six months' using errcode = 'check_violation';
      end if;
      if exists (select from audit_seal s where s.month < given and not exists (select from audit_drop d where d.month = s.month)) then
        raise exception 'an earlier month is still there' using errcode = 'check_violation';
      end if;
      insert into audit_drop (month, events, dropped_at) values (given, sealed.events, at);
      delete from audit_event e where e.at >= sealed.from_at and e.at < sealed.until_at;
      get diagnostics dropped = row_count;
      return dropped;
    end $$;
    revoke execute on function drop_audit_month(date, timestamptz) from public;
    grant execute on function drop_audit_month(date, timestamptz) to dangxiao_app;
  `,
  down: `
    drop function drop_audit_month(date, timestamptz);
    drop trigger audit_event_no_truncate on audit_event;
    drop trigger audit_event_no_delete on audit_event;
    drop trigger audit_event_append_only on audit_event;
    drop function refuse_audit_delete();
    drop table audit_drop, audit_seal;
  `,
};
