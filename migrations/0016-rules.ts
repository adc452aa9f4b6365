import { Migration } from '@mikro-orm/migrations'
import { heldByMine, inAudienceOfMine, myIds } from './rule.ts'

/**
 * Filing rules of people and of the company, in versions, and what they need to be tried, applied and counted. The
 * tables are read and written through the functions below only, which know whose rule it is and who sees its target.
 */
export class FilingRules extends Migration {
  override up() {
    this.addSql(`
create table rule (
  id uuid primary key default gen_random_uuid(),
  scope text not null check (scope in ('personal', 'company')),
  owner_id uuid references app_user,
  position int not null,
  is_on boolean not null default true,
  removed_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  check ((scope = 'personal') = (owner_id is not null))
);
create index rule_owner on rule (owner_id) where removed_at is null;

-- What a rule looked for and did at a time; the highest number is in force. Its author's eyes decide whether it may file.
create table rule_version (
  id uuid primary key default gen_random_uuid(),
  rule_id uuid not null references rule on delete cascade,
  number int not null,
  name text not null check (length(name) between 1 and 200),
  conditions jsonb not null,
  match text not null check (match in ('any', 'all')),
  action text not null check (action in ('file', 'leave-out')),
  contractor_id uuid references contractor on delete set null,
  case_file_id uuid references case_file on delete set null,
  made_by uuid not null references app_user,
  made_at timestamptz(3) not null default now(),
  unique (rule_id, number)
);
create index rule_version_contractor on rule_version (contractor_id);
create index rule_version_case on rule_version (case_file_id);
create index rule_version_made_by on rule_version (made_by);

-- By which version of which rule; hits are counted from here, so that no row grows hot.
alter table filing add column rule_version_id uuid references rule_version on delete set null;
create index filing_rule_version on filing (rule_version_id) where rule_version_id is not null;
alter table triage_entry add column rule_version_id uuid references rule_version on delete set null;
create index triage_entry_rule_version on triage_entry (rule_version_id) where rule_version_id is not null;

do $$
declare t text;
begin
  foreach t in array array['rule', 'rule_version'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update on %I to lupa_intake', t);
    execute format('create policy intake on %I to lupa_intake using (true) with check (true)', t);
  end loop;
end $$;

create function rule_in_force(p_rule uuid) returns rule_version language sql stable as $$
  select v from rule_version v where v.rule_id = p_rule order by v.number desc limit 1
$$;

-- Whether a version may do its work: its author is still here (and, for the company, still an administrator), may file there, the case is open.
create function rule_state(p_version rule_version) returns text language plpgsql stable as $$
declare
  my_ids uuid[] := array(select m.principal_id from membership m where m.user_id = p_version.made_by);
  kase record;
begin
  if not exists (select from app_user u join rule r on r.id = p_version.rule_id
                  where u.id = p_version.made_by and u.disabled_at is null and (r.scope = 'personal' or u.is_admin)) then
    return 'author-gone';
  end if;
  if p_version.action = 'leave-out' then return 'applies'; end if;
  if p_version.case_file_id is null then
    return case when coalesce((select ${inAudienceOfMine('c.audience_id')} from contractor c where c.id = p_version.contractor_id), false)
           then 'applies' else 'target-hidden' end;
  end if;
  select ${inAudienceOfMine('c.audience_id')} as seen, c.closed_at into kase from case_file c
    join case_party q on q.case_file_id = c.id and q.contractor_id = p_version.contractor_id where c.id = p_version.case_file_id;
  if not found or not kase.seen then return 'target-hidden'; end if;
  return case when kase.closed_at is null then 'applies' else 'case-closed' end;
end $$;

-- Whether I see where a version files to. One that leaves out has nothing to hide.
create function sees_rule_target(p_version rule_version) returns boolean language plpgsql stable as $$
begin
  return p_version.action = 'leave-out' or (p_version.contractor_id is not null and may_see_contractor(p_version.contractor_id)
    and (p_version.case_file_id is null or sees_case(p_version.case_file_id)));
end $$;

-- The rules that I know of: mine, and those of the company that I wrote or whose target I see.
create function known_rules() returns setof rule language plpgsql stable as $$
begin
  return query select r.* from rule r
   where r.removed_at is null and me() is not null
     and (r.owner_id = me() or (r.owner_id is null and ((rule_in_force(r.id)).made_by = me() or sees_rule_target(rule_in_force(r.id)))));
end $$;

create function count_rule_hits(p_rule uuid, p_most int) returns int language plpgsql stable as $$
declare
  ${myIds}
begin
  return (select count(*)::int from (
    select 1 from rule_version v join filing f on f.rule_version_id = v.id where v.rule_id = p_rule and ${inAudienceOfMine('f.audience_id')}
    union all
    select 1 from rule_version v join triage_entry t on t.rule_version_id = v.id where v.rule_id = p_rule and t.owner_id = me()
    limit p_most) hit);
end $$;

create function show_rules(p_most_hits int) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'scope', r.scope, 'name', v.name, 'version', v.number, 'versionId', v.id, 'isOn', r.is_on,
      'state', rule_state(v), 'conditions', v.conditions, 'match', v.match, 'action', v.action,
      'contractorId', case when seen.it then v.contractor_id end, 'contractorName', case when seen.it then c.name end,
      'caseId', case when seen.it then v.case_file_id end, 'caseReference', case when seen.it then k.reference end,
      'hits', count_rule_hits(r.id, p_most_hits), 'mayChange', r.owner_id is not null or am_admin())
      order by r.scope desc, r.position, r.id), '[]')
    from known_rules() r cross join lateral rule_in_force(r.id) v cross join lateral sees_rule_target(v) seen(it)
    left join contractor c on c.id = v.contractor_id left join case_file k on k.id = v.case_file_id);
end $$;

-- The rules to which mail of mine is held, in their order: mine before the company's. Never answered to a user as it is.
create function active_rules() returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from rule r where r.is_on and r.removed_at is null and (r.owner_id = me() or r.owner_id is null)) then return '[]'; end if;
  return (select coalesce(jsonb_agg(jsonb_build_object('ruleId', r.id, 'versionId', v.id, 'name', v.name, 'conditions', v.conditions, 'match', v.match,
      'action', v.action, 'contractorId', v.contractor_id, 'caseId', v.case_file_id, 'caseReference', k.reference, 'visible', sees_rule_target(v))
      order by r.scope desc, r.position, r.id), '[]')
    from rule r cross join lateral rule_in_force(r.id) v left join case_file k on k.id = v.case_file_id
   where r.is_on and r.removed_at is null and (r.owner_id = me() or r.owner_id is null) and rule_state(v) = 'applies');
end $$;

-- The same refusals as for filing there by hand.
create function check_rule_target(p jsonb) returns void language plpgsql stable as $$
declare kase record;
begin
  if p->>'action' = 'leave-out' then return; end if;
  if p->>'caseId' is null then
    if not coalesce((select holds(c.audience_id) from contractor c where c.id = (p->>'contractorId')::uuid), false) then
      raise exception 'not-found' using errcode = 'LU404';
    end if;
    return;
  end if;
  select holds(c.audience_id) as seen, c.closed_at into kase from case_file c
    join case_party q on q.case_file_id = c.id and q.contractor_id = (p->>'contractorId')::uuid where c.id = (p->>'caseId')::uuid;
  if not found or not kase.seen then raise exception 'not-found' using errcode = 'LU404'; end if;
  if kase.closed_at is not null then raise exception 'case-closed' using errcode = 'LU409'; end if;
end $$;

create function put_rule_version(p_rule uuid, p jsonb) returns void language plpgsql volatile as $$
begin
  insert into rule_version (rule_id, number, name, conditions, match, action, contractor_id, case_file_id, made_by)
    values (p_rule, coalesce((rule_in_force(p_rule)).number, 0) + 1, p->>'name', p->'conditions', p->>'match', p->>'action',
            (p->>'contractorId')::uuid, (p->>'caseId')::uuid, me());
end $$;

-- One at a time for each list, so that places stay distinct.
create function hold_rules(p_scope text) returns void language plpgsql volatile as $$
begin
  if me() is null then raise exception 'not-signed-in' using errcode = 'LU401'; end if;
  if p_scope = 'company' and not am_admin() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
  perform pg_advisory_xact_lock(hashtext('lupa.rules'), hashtext(case p_scope when 'company' then 'company' else me()::text end));
end $$;

create function create_rule(p jsonb, p_most int) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  fresh uuid;
  holder uuid := case when p->>'scope' = 'personal' then me() end;
begin
  perform hold_rules(p->>'scope');
  perform check_rule_target(p);
  if (select count(*) from rule r where r.owner_id is not distinct from holder and r.removed_at is null) >= p_most then
    raise exception 'too many rules' using errcode = '23514';
  end if;
  insert into rule (scope, owner_id, position)
    select p->>'scope', holder, coalesce(max(r.position), 0) + 1 from rule r where r.owner_id is not distinct from holder
    returning id into fresh;
  perform put_rule_version(fresh, p);
  return fresh;
end $$;

-- The rule, held for a change by somebody who may make it.
create function hold_rule(p_rule uuid) returns rule language plpgsql volatile as $$
declare found_rule rule;
begin
  select r.* into found_rule from rule r where r.id = p_rule and exists (select from known_rules() k where k.id = p_rule);
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  perform hold_rules(found_rule.scope);
  select r.* into found_rule from rule r where r.id = p_rule and r.removed_at is null for update;
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  return found_rule;
end $$;

create function change_rule(p_rule uuid, p jsonb) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  held rule := hold_rule(p_rule);
  v rule_version := rule_in_force(p_rule);
begin
  if p ? 'isOn' then update rule set is_on = (p->>'isOn')::boolean where id = held.id; end if;
  if p ? 'body' then perform check_rule_target(p->'body'); end if;
  if p ? 'body' or p ? 'name' then
    perform put_rule_version(held.id, jsonb_build_object('name', v.name, 'conditions', v.conditions, 'match', v.match, 'action', v.action,
      'contractorId', v.contractor_id, 'caseId', v.case_file_id)
      || case when p ? 'body' then jsonb_build_object('contractorId', null, 'caseId', null) || (p->'body') else '{}' end
      || case when p ? 'name' then jsonb_build_object('name', p->>'name') else '{}' end);
  end if;
end $$;

create function remove_rule(p_rule uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare held rule := hold_rule(p_rule);
begin
  update rule set removed_at = now() where id = held.id;
end $$;

-- The named ones exchange their own places; the others keep theirs.
create function order_rules(p_scope text, p_rules uuid[]) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform hold_rules(p_scope);
  if exists (select from unnest(p_rules) x where not exists (select from known_rules() k where k.id = x and k.scope = p_scope)) then
    raise exception 'not-found' using errcode = 'LU404';
  end if;
  update rule r set position = place.position
    from (select row_number() over (order by q.position, q.id) as n, q.position from rule q where q.id = any(p_rules)) place
    join unnest(p_rules) with ordinality wanted(id, n) on wanted.n = place.n
   where r.id = wanted.id;
end $$;

-- What a rule looks at in these messages, and how they lie, as far as I see them. For functions that have checked that I see them.
create function rule_mails(p_messages uuid[]) returns jsonb language plpgsql stable as $$
declare
  ${myIds}
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'subject', m.subject, 'sentAt', iso(m.sent_at), 'direction', m.direction,
      'occurredAt', iso(m.occurred_at), 'hasAttachment', m.has_attachment, 'marks', m.marks, 'unreadable', m.unreadable is not null,
      'people', (select coalesce(jsonb_agg(jsonb_build_object('role', a.role, 'name', a.name, 'address', a.address) order by a.position), '[]')
                   from message_address a where a.message_id = m.id and a.role in ('from', 'to', 'cc')),
      'copies', (select coalesce(jsonb_agg(jsonb_build_object('mailboxId', c.mailbox_id, 'remoteId', c.remote_id, 'door', c.door) order by c.seen_at, c.id), '[]')
                   from message_copy c where c.message_id = m.id and c.owner_id = me()),
      'hash', coalesce((select c.source_hash from message_copy c where c.message_id = m.id and c.owner_id = me() order by c.seen_at, c.id limit 1),
                       (select f.source_hash from item i join filing f on f.item_id = i.id
                         where i.object_id = m.id and f.source_hash is not null and ${inAudienceOfMine('f.audience_id')} order by f.filed_at, f.id limit 1)),
      'filings', (select coalesce(jsonb_agg(jsonb_build_object('itemId', i.id, 'contractorId', i.contractor_id, 'caseId', f.case_file_id,
                          'ruleId', (select w.rule_id from rule_version w where w.id = f.rule_version_id), 'byRule', f.method = 'rule',
                          'byHand', f.method in ('hand', 'earlier-decision') or f.filed_by is not null or f.own_audience) order by f.filed_at, f.id), '[]')
                    from item i join filing f on f.item_id = i.id where i.object_id = m.id and ${inAudienceOfMine('f.audience_id')}),
      'never', (select coalesce(jsonb_agg(d.contractor_id), '[]') from decision d where d.message_id = m.id and may_see_contractor(d.contractor_id)),
      'triage', (select t.state from triage_entry t where t.message_id = m.id and t.owner_id = me()))
      order by array_position(p_messages, m.id)), '[]')
    from message m where m.id = any(p_messages));
end $$;

create function check_rule_scope(p_scope text) returns void language plpgsql stable as $$
begin
  if p_scope = 'company' and not am_admin() then raise exception 'not-allowed' using errcode = 'LU403'; end if;
end $$;

-- The latest mail on which I may try a rule: what came to me, and for the company's rules also what I see in files.
create function latest_rule_mails(p_scope text, p_limit int) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ${myIds}
  ids uuid[];
begin
  perform check_rule_scope(p_scope);
  ids := array(select x.id from (
      (select c.message_id as id, max(coalesce(m.sent_at, c.seen_at)) as at from message_copy c join message m on m.id = c.message_id
        where c.owner_id = me() group by c.message_id order by 2 desc, 1 limit p_limit)
      union all
      (select i.object_id, i.occurred_at from (
          select w.* from item w where p_scope = 'company' and w.kind in ('mail-in', 'mail-out') order by w.occurred_at desc, w.id desc limit 20000) i
        where (select true from item_access a where a.item_id = i.id and ${heldByMine('a.principal_id')} limit 1) limit p_limit)) x
    group by x.id order by max(x.at) desc, x.id limit p_limit);
  return rule_mails(ids);
end $$;

-- The same mail part by part, in the order of ids, so that it can be gone through once and from anywhere.
create function rule_mails_after(p_scope text, p_after uuid, p_limit int) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ${myIds}
  mine uuid[];
  walked uuid[] := '{}';
  seen uuid[] := '{}';
  ids uuid[];
begin
  perform check_rule_scope(p_scope);
  mine := array(select distinct c.message_id from message_copy c where c.owner_id = me() and c.message_id > p_after order by 1 limit p_limit);
  if p_scope = 'company' then
    walked := array(select i.object_id from item i where i.object_id > p_after order by i.object_id limit 5000);
    seen := array(select distinct i.object_id from item i where i.object_id = any(walked) and i.kind in ('mail-in', 'mail-out')
      and (select true from item_access a where a.item_id = i.id and ${heldByMine('a.principal_id')} limit 1) order by 1);
  end if;
  -- Beyond the end of a list that was cut nothing is known yet.
  ids := array(select distinct x from unnest(mine || seen) x
    where (cardinality(mine) < p_limit or x <= mine[p_limit]) and (cardinality(walked) < 5000 or x <= walked[5000]) order by 1 limit p_limit);
  return jsonb_build_object('mails', rule_mails(ids), 'next', case
    when cardinality(ids) = p_limit then ids[p_limit]
    when cardinality(walked) = 5000 then walked[5000] end);
end $$;

-- One mail as it lies now, held so that nobody files the same item by hand meanwhile.
create function hold_rule_mail(p_message uuid, p_version uuid) returns jsonb
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not sees_message(p_message) then raise exception 'not-found' using errcode = 'LU404'; end if;
  perform 1 from item i where i.object_id = p_message order by i.id for update;
  return jsonb_build_object('mail', rule_mails(array[p_message])->0,
    'applies', coalesce((select rule_state(v) = 'applies' from rule_version v where v.id = p_version), false));
end $$;

-- Writes down which version filed a mail of mine, or left it out. What it has moved was moved in this transaction, and not by hand.
create function mark_rule(p_message uuid, p_version uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare v rule_version;
begin
  select x.* into v from rule_version x join rule r on r.id = x.rule_id
   where x.id = p_version and (r.owner_id = me() or r.owner_id is null) and sees_message(p_message);
  if not found then return; end if;
  if v.action = 'leave-out' then
    update triage_entry set rule_version_id = v.id where message_id = p_message and owner_id = me() and state = 'left-out' and reason = 'rule';
  else
    update filing f set method = 'rule', evidence = v.name, score = 1, filed_by = null from item i
     where i.id = f.item_id and i.object_id = p_message and i.contractor_id = v.contractor_id and f.case_file_id is not distinct from v.case_file_id
       and f.method = 'hand' and f.filed_by = me() and f.xmin = pg_current_xact_id()::xid;
    update filing f set rule_version_id = v.id from item i
     where i.id = f.item_id and i.object_id = p_message and i.contractor_id = v.contractor_id
       -- A sender whom nobody vouches for gets into the file only.
       and (f.case_file_id is null or f.case_file_id = v.case_file_id) and f.method = 'rule' and f.rule_version_id is null;
  end if;
end $$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace
              and p.proname in ('show_rules', 'active_rules', 'create_rule', 'change_rule', 'remove_rule', 'order_rules',
                'latest_rule_mails', 'rule_mails_after', 'hold_rule_mail', 'mark_rule') loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  -- What these share runs with the rights of the caller, so it is of no use to anybody else.
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace
              and p.proname in ('rule_in_force', 'rule_state', 'sees_rule_target', 'known_rules', 'count_rule_hits', 'check_rule_target',
                'put_rule_version', 'hold_rules', 'hold_rule', 'rule_mails', 'check_rule_scope') loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_intake', f);
  end loop;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
