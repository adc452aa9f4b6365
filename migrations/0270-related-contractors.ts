import { Migration } from '@mikro-orm/migrations'
import { heldAmong, myIds } from './rule.ts'

/** Contractors that belong together, such as a company and its branches, and their files read as one. */
export class RelatedContractors extends Migration {
  override up() {
    this.addSql(`
-- One row for two contractors, the smaller id first; kind says what the second is to the first.
create table contractor_relation (
  contractor_id uuid not null references contractor on delete cascade,
  related_id uuid not null references contractor on delete cascade,
  kind text not null check (kind in ('parent', 'subsidiary', 'head-office', 'branch', 'group', 'other')),
  created_at timestamptz(3) not null default now(),
  primary key (contractor_id, related_id),
  check (contractor_id < related_id)
);
create index contractor_relation_related on contractor_relation (related_id);
alter table contractor_relation enable row level security;
alter table contractor_relation force row level security;
-- That two contractors belong together is there for those who see both.
grant select on contractor_relation to lupa_app, lupa_reader;
create policy of_visible_contractors on contractor_relation for select to lupa_app using (
  sees_contractor(contractor_relation.contractor_id) and sees_contractor(contractor_relation.related_id));
create policy reader on contractor_relation for select to lupa_reader using (true);
grant select, insert, update, delete on contractor_relation to lupa_intake;
create policy intake on contractor_relation to lupa_intake using (true) with check (true);

-- The same relation seen from the other side.
create function other_side(p_kind text) returns text language sql immutable as $$
  select case p_kind when 'parent' then 'subsidiary' when 'subsidiary' then 'parent' when 'head-office' then 'branch'
    when 'branch' then 'head-office' else p_kind end
$$;

-- Those related to a contractor that I see, by name; nothing where I do not see him. Only so many count as there may be.
create function related_of(p_contractor uuid) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  most constant int := 20;
  others uuid[] := array(
    select r.related_id from contractor_relation r where r.contractor_id = p_contractor
    union all select r.contractor_id from contractor_relation r where r.related_id = p_contractor);
  seen uuid[];
begin
  if cardinality(others) = 0 then return '{}'; end if;
  seen := seen_contractors(others || p_contractor);
  if not p_contractor = any(seen) then return '{}'; end if;
  return array(select c.id from contractor c where c.id = any(seen) and c.id <> p_contractor order by lower(c.name), c.id limit most);
end $$;

-- What the two are to each other, said by whoever sees both whole files. What is refused for there being too many are those
-- that the caller sees: he is not told of others.
create function relate_contractors(p_contractor uuid, p_related uuid, p_kind text) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  most constant int := 20;
begin
  if p_contractor = p_related then raise exception 'invalid' using errcode = '22023'; end if;
  if not sees_contractor(p_contractor) or not sees_contractor(p_related) then raise exception 'not-found' using errcode = 'LU404'; end if;
  if not holds_contractor(p_contractor) or not holds_contractor(p_related) then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  if not exists (select from contractor_relation r
       where r.contractor_id = least(p_contractor, p_related) and r.related_id = greatest(p_contractor, p_related))
     and greatest(cardinality(related_of(p_contractor)), cardinality(related_of(p_related))) >= most then
    raise exception 'enough-related' using errcode = 'LU426';
  end if;
  insert into contractor_relation as r (contractor_id, related_id, kind)
    values (least(p_contractor, p_related), greatest(p_contractor, p_related),
      case when p_contractor < p_related then p_kind else other_side(p_kind) end)
    on conflict (contractor_id, related_id) do update set kind = excluded.kind where r.kind <> excluded.kind;
  if found then
    insert into audit_entry (user_id, verb, object_type, object_id, details) values
      (me(), 'changed', 'contractor', p_contractor, jsonb_build_object('relatedAdded', p_related, 'kind', p_kind)),
      (me(), 'changed', 'contractor', p_related, jsonb_build_object('relatedAdded', p_contractor, 'kind', other_side(p_kind)));
  end if;
end $$;

create function unrelate_contractors(p_contractor uuid, p_related uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not sees_contractor(p_contractor) or not sees_contractor(p_related) or not exists (select from contractor_relation r
      where r.contractor_id = least(p_contractor, p_related) and r.related_id = greatest(p_contractor, p_related)) then
    raise exception 'not-found' using errcode = 'LU404';
  end if;
  if not holds_contractor(p_contractor) or not holds_contractor(p_related) then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  delete from contractor_relation r where r.contractor_id = least(p_contractor, p_related) and r.related_id = greatest(p_contractor, p_related);
  insert into audit_entry (user_id, verb, object_type, object_id, details) values
    (me(), 'changed', 'contractor', p_contractor, jsonb_build_object('relatedRemoved', p_related)),
    (me(), 'changed', 'contractor', p_related, jsonb_build_object('relatedRemoved', p_contractor));
end $$;

-- One page of a file together with those of the related contractors, newest first: a merge over the principals of all
-- these files that I hold, each with its file. An item of the page is among the first of each principal that it has.
create function related_page(p_contractor uuid, p_case uuid, p_kinds text[], p_attachment boolean,
    p_from timestamptz, p_before timestamptz, p_before_id uuid, p_limit int)
  returns table (item_id uuid, occurred_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ${myIds}
  files uuid[] := p_contractor || related_of(p_contractor);
  audiences uuid[] := array(select f.principal_id from file_principal f where f.contractor_id = any(files) and f.is_audience);
  held uuid[] := ${heldAmong('audiences')};
  places uuid[];
  principals uuid[];
begin
  select array_agg(f.contractor_id), array_agg(f.principal_id) into places, principals from file_principal f
   where f.contractor_id = any(files) and (f.principal_id = any(held) or f.principal_id = any(my_ids));
  if p_case is not null then
    ${merge('', 'a.case_file_id = p_case and a.principal_id = p.principal and a.contractor_id = p.place and (p_kinds is null or a.kind = any(p_kinds))')}
  elsif p_kinds is not null then
    ${merge('cross join unnest(p_kinds) k', 'a.contractor_id = p.place and a.principal_id = p.principal and a.kind = k')}
  else
    ${merge('', 'a.contractor_id = p.place and a.principal_id = p.principal')}
  end if;
end $$;

-- As before, and whom the one that goes is related to, the one that is left is related to from then on; what is said of
-- both stays as it is said of him.
alter function merge_contractors(uuid, uuid, text) rename to merge_files;
create function merge_contractors(p_from uuid, p_into uuid, p_circle text) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  relations jsonb;
begin
  -- The same order as within; then no relation comes meanwhile, which would be lost.
  perform from contractor c where c.id in (p_from, p_into) order by c.id for update;
  relations := (select jsonb_agg(jsonb_build_object('with', x.other, 'kind', x.kind, 'since', x.created_at)) from (
    select r.related_id as other, r.kind, r.created_at from contractor_relation r where r.contractor_id = p_from
    union all select r.contractor_id, other_side(r.kind), r.created_at from contractor_relation r where r.related_id = p_from) x);
  perform merge_files(p_from, p_into, p_circle);
  insert into contractor_relation (contractor_id, related_id, kind, created_at)
    select least(p_into, r."with"), greatest(p_into, r."with"), case when p_into < r."with" then r.kind else other_side(r.kind) end, r.since
      from jsonb_to_recordset(relations) r("with" uuid, kind text, since timestamptz) where r."with" <> p_into
    on conflict do nothing;
end $$;

do $$
declare f text;
begin
  grant create on schema public to lupa_intake, lupa_reader;
  revoke execute on function merge_files(uuid, uuid, text) from lupa_app;
  foreach f in array array['relate_contractors(uuid, uuid, text)', 'unrelate_contractors(uuid, uuid)', 'merge_contractors(uuid, uuid, text)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  foreach f in array array['related_of(uuid)', 'related_page(uuid, uuid, text[], boolean, timestamptz, timestamptz, uuid, int)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_reader', f);
  end loop;
  grant execute on function related_of(uuid) to lupa_intake;
  revoke create on schema public from lupa_intake, lupa_reader;
end $$;
`)
  }
}

/** The first items of the page, merged over pairs of a file and a principal. */
function merge(more: string, place: string): string {
  return `return query select x.item_id, x.occurred_at from unnest(places, principals) p(place, principal) ${more} cross join lateral (
        select distinct a.occurred_at, a.item_id from item_access a
         where ${place} and (p_attachment is null or a.has_attachment = p_attachment)
           and a.occurred_at >= p_from and (a.occurred_at, a.item_id) < (p_before, p_before_id)
         order by a.occurred_at desc, a.item_id desc limit p_limit) x
      group by x.item_id, x.occurred_at order by x.occurred_at desc, x.item_id desc limit p_limit;`
}
