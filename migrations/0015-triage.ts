import { Migration } from '@mikro-orm/migrations'

/**
 * Working through triage, block-lists, what people teach, and mail that is decided again because an address became
 * known. Reads run as lupa_reader, writes as lupa_intake; both know only the caller's own mail.
 */
export class Triage extends Migration {
  override up() {
    this.addSql(`
-- What a person decided about his own queue stands: no later copy of the mail changes it.
alter table triage_entry add column by_hand boolean not null default false;
-- Why it waited before somebody left it out, for the way back.
alter table triage_entry add column former_reason text;

-- Senders whose mail is left out: for one user (owner_id), or for the whole company.
create table blocked_address (
  id uuid primary key default gen_random_uuid(),
  scope text not null check (scope in ('personal', 'company')),
  owner_id uuid references app_user on delete cascade,
  value text not null check (value = lower(value) and length(value) between 1 and 320),
  is_domain boolean not null,
  created_by uuid not null references app_user,
  created_at timestamptz(3) not null default now(),
  check ((scope = 'company') = (owner_id is null)),
  unique nulls not distinct (owner_id, value)
);
create index blocked_address_value on blocked_address (value);
create index blocked_address_created_by on blocked_address (created_by);

-- Mail of this sender never goes to this contractor by itself.
create table never_address (
  value text not null check (value = lower(value) and length(value) between 1 and 320),
  contractor_id uuid not null references contractor on delete cascade,
  taught_by uuid not null references app_user,
  taught_at timestamptz(3) not null default now(),
  primary key (value, contractor_id)
);
create index never_address_contractor on never_address (contractor_id);
create index never_address_taught_by on never_address (taught_by);

-- What somebody said about a filing, with what the filing was decided on.
create table teaching (
  message_id uuid not null references message on delete cascade,
  contractor_id uuid not null references contractor on delete cascade,
  verdict text not null check (verdict in ('right', 'wrong', 'always', 'never')),
  evidence jsonb not null,
  taught_by uuid not null references app_user,
  taught_at timestamptz(3) not null default now(),
  primary key (message_id, contractor_id, verdict, taught_by)
);
create index teaching_contractor on teaching (contractor_id);
create index teaching_taught_by on teaching (taught_by);

-- Addresses that became somebody's, whose stored mail is to be decided again; how far that came.
create table redecision (
  value text primary key,
  is_domain boolean not null,
  -- Grows when the address is added again meanwhile, so that the end of one pass does not end the next.
  round int not null default 1,
  after_message uuid not null default '00000000-0000-0000-0000-000000000000',
  after_owner uuid not null default '00000000-0000-0000-0000-000000000000',
  -- When it may be worked on; null until somebody has noticed it.
  due_at timestamptz,
  -- What came later was decided with the address known.
  up_to timestamptz
);

do $$
declare t text;
begin
  foreach t in array array['blocked_address', 'never_address', 'teaching', 'redecision'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to lupa_intake', t);
    execute format('create policy intake on %I to lupa_intake using (true) with check (true)', t);
  end loop;
  foreach t in array array['triage_entry', 'message_reference'] loop
    execute format('grant select on %I to lupa_reader', t);
    execute format('create policy reader on %I for select to lupa_reader using (true)', t);
  end loop;
end $$;

-- Everyone keeps his own list; the company's is read by all, since it explains what was left out, and kept by administrators.
grant select, insert, delete on blocked_address to lupa_app;
create policy known on blocked_address for select to lupa_app using (
  owner_id = (select me()) or (scope = 'company' and (select me()) is not null));
create policy added on blocked_address for insert to lupa_app with check (
  created_by = (select me()) and (owner_id = (select me()) or (scope = 'company' and (select am_admin()))));
create policy removed on blocked_address for delete to lupa_app using (
  owner_id = (select me()) or (scope = 'company' and (select am_admin())));

-- Who sees the whole file keeps what its senders were taught; what somebody said is his own.
grant select, insert, delete on never_address to lupa_app;
create policy of_own_file on never_address to lupa_app using (holds_contractor(never_address.contractor_id))
  with check (holds_contractor(never_address.contractor_id) and taught_by = (select me()));
grant select on teaching to lupa_app;
create policy mine on teaching for select to lupa_app using (taught_by = (select me()));

-- Whether the sender stands on my block-list or on the company's: what matched and where it stands, or null.
create function blocked_for(p_addresses text[]) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('value', b.value, 'scope', b.scope) from blocked_address b
   where b.value = any(p_addresses || array(select substring(x from '[^@]*$') from unnest(p_addresses) x))
     and b.is_domain = (not b.value = any(p_addresses)) and (b.owner_id = me() or b.scope = 'company')
   order by b.is_domain, b.scope limit 1
$$;

-- Contractors to whom mail of this sender never goes by itself. For the deciding code only.
create function never_for(p_addresses text[]) returns jsonb
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(jsonb_agg(distinct n.contractor_id), '[]') from never_address n where n.value = any(p_addresses)
$$;

-- My waiting (or left-out) mail by sender or by his domain, the group with the newest mail first.
create function triage_groups(p_state text, p_by text, p_before timestamptz, p_before_id uuid, p_limit int)
  returns table (id uuid, key text, amount int, occurred_at timestamptz, reasons text[], subject text, name text, sender text,
    in_reply_to text, participants text[], refs text[])
  language sql stable security definer set search_path = public, pg_temp as $$
  with mine as materialized (
    select t.message_id, t.occurred_at, t.reason,
           case when p_by = 'domain' then substring(coalesce(a.address, '') from '[^@]*$') else coalesce(a.address, '') end as key
      from triage_entry t left join message_address a on a.message_id = t.message_id and a.role = 'from' and a.position = 0
     where t.owner_id = me() and t.state = p_state),
  groups as (
    select m.key, count(*)::int as amount, array_agg(distinct m.reason) as reasons, max(m.occurred_at) as at,
           (array_agg(m.message_id order by m.occurred_at desc, m.message_id desc))[1] as newest
      from mine m group by m.key),
  shown as (
    select g.* from groups g where (g.at, g.newest) < (p_before, p_before_id) order by g.at desc, g.newest desc limit p_limit)
  select s.newest, s.key, s.amount, s.at, s.reasons, m.subject, coalesce(f.name, ''), coalesce(f.address, ''), m.in_reply_to,
         array(select distinct x.address from message_address x where x.message_id = m.id and x.role <> 'reply-to' and x.address <> ''),
         array(select r.reference from message_reference r where r.message_id = m.id order by r.position)
    from shown s join message m on m.id = s.newest
    left join message_address f on f.message_id = m.id and f.role = 'from' and f.position = 0
   order by s.at desc, s.newest desc
$$;

-- My mail in one state from one sender or domain, newest first, and how many there are. What cannot be read cannot be filed.
create function triage_chosen(p_state text, p_sender text, p_domain text, p_readable boolean, p_limit int)
  returns table (id uuid, total int)
  language sql stable security definer set search_path = public, pg_temp as $$
  select t.message_id, (count(*) over ())::int from triage_entry t join message m on m.id = t.message_id
    left join message_address a on a.message_id = t.message_id and a.role = 'from' and a.position = 0
   where t.owner_id = me() and t.state = p_state and (not p_readable or m.unreadable is null)
     and (p_sender is null or coalesce(a.address, '') = p_sender)
     and (p_domain is null or substring(coalesce(a.address, '') from '[^@]*$') = p_domain)
   order by t.occurred_at desc, t.message_id desc limit p_limit
$$;

-- A later copy of a mail changes its entry, except where a person has decided.
create or replace function put_triage(p_message uuid, p_state text, p_reason text, p_occurred_at timestamptz) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into triage_entry (message_id, owner_id, reason, state, occurred_at)
    select p_message, me(), p_reason, p_state, p_occurred_at where me() is not null and sees_message(p_message)
    on conflict (message_id, owner_id) do update set reason = excluded.reason, state = excluded.state where not triage_entry.by_hand
$$;

-- Leaves out mail that waits for me; answers which of it is left out now. In one order everywhere.
create function leave_out(p_messages uuid[]) returns setof uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform 1 from triage_entry t where t.owner_id = me() and t.message_id = any(p_messages) order by t.message_id for update;
  with changed as (
    update triage_entry t set state = 'left-out', former_reason = t.reason, reason = 'by-hand', by_hand = true
     where t.owner_id = me() and t.message_id = any(p_messages) and t.state = 'open' returning t.message_id)
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    select me(), 'left-out', 'message', c.message_id, '{}' from changed c;
  return query select t.message_id from triage_entry t where t.owner_id = me() and t.message_id = any(p_messages) and t.state = 'left-out';
end $$;

-- Lets mail of mine wait again that was left out, or that was taken out of every file I see; answers which of it waits now.
create function recover_left_out(p_messages uuid[]) returns setof uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform 1 from triage_entry t where t.owner_id = me() and t.message_id = any(p_messages) order by t.message_id for update;
  with changed as (
    update triage_entry t set state = 'open', reason = coalesce(t.former_reason, t.reason), former_reason = null, by_hand = true
     where t.owner_id = me() and t.message_id = any(p_messages)
       and (t.state = 'left-out' or (t.state = 'done' and not sees_item_of(t.message_id))) returning t.message_id)
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    select me(), 'recovered', 'message', c.message_id, '{}' from changed c;
  return query select t.message_id from triage_entry t where t.owner_id = me() and t.message_id = any(p_messages) and t.state = 'open';
end $$;

-- Stored mail in which an address (tags aside) or a domain takes part, whoever has it. For the functions below.
create function mail_with(p_value text, p_is_domain boolean) returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query select distinct a.message_id from message_address a
   where substring(a.address from '[^@]*$') = substring(p_value from '[^@]*$') and a.role <> 'reply-to'
     and (p_is_domain or a.address = p_value or regexp_replace(a.address, '^([^+@]+)\\+[^@]*@', '\\1@') = p_value);
end $$;

-- What adding an address would bring: mail that I have or see, in which it takes part. Nothing that others have is counted.
create function sweep_counts(p_contractor uuid, p_value text, p_is_domain boolean)
  returns table (mails int, mailboxes int, filed int, confidential int, waiting int)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not sees_contractor(p_contractor) then raise exception 'not-found' using errcode = 'LU404'; end if;
  return query
  with known as materialized (select m as message_id from mail_with(p_value, p_is_domain) m where sees_message(m)),
  there as materialized (
    select k.message_id, i.id as item_id from known k join item i on i.object_id = k.message_id and i.contractor_id = p_contractor
     where (select true from item_access x where x.item_id = i.id and holds(x.principal_id) limit 1))
  select (select count(*)::int from known),
    (select count(distinct coalesce(c.mailbox_id, c.owner_id))::int from known k join message_copy c on c.message_id = k.message_id and c.owner_id = me()),
    (select count(*)::int from there),
    (select count(*)::int from there t where exists (select from filing f where f.item_id = t.item_id and f.own_audience and holds(f.audience_id))),
    (select count(*)::int from known k join triage_entry t on t.message_id = k.message_id and t.owner_id = me() and t.state = 'open');
end $$;

-- Mail that waits for me and in which an address or domain takes part, after a cursor, newest first.
create function sweep_page(p_value text, p_is_domain boolean, p_before timestamptz, p_before_id uuid, p_limit int)
  returns table (id uuid, occurred_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select t.message_id, t.occurred_at from triage_entry t
   where t.owner_id = me() and t.state = 'open' and (t.occurred_at, t.message_id) < (p_before, p_before_id)
     and t.message_id in (select mail_with(p_value, p_is_domain))
   order by t.occurred_at desc, t.message_id desc limit p_limit
$$;

-- Notes what somebody says about the filings of a mail item, with what they were decided on; answers message and contractor.
-- A yes makes them hand-made, so that nothing overrides them; a no is carried out by take_out.
create function note_teaching(p_item uuid, p_verdict text) returns table (message_id uuid, contractor_id uuid, sender text, is_in boolean, is_doubtful boolean)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  it item;
begin
  select i.* into it from item i
   where i.id = p_item and exists (select from item_access a where a.item_id = i.id and holds(a.principal_id)) for update;
  if not found then raise exception 'not-found' using errcode = 'LU404'; end if;
  if it.kind not in ('mail-in', 'mail-out') then raise exception 'no mail' using errcode = '22023'; end if;
  insert into teaching (message_id, contractor_id, verdict, evidence, taught_by)
    select it.object_id, it.contractor_id, p_verdict, coalesce((
      select jsonb_agg(jsonb_build_object('caseId', f.case_file_id, 'method', f.method, 'evidence', f.evidence, 'score', f.score))
        from filing f where f.item_id = it.id and holds(f.audience_id)), '[]'), me()
    on conflict do nothing;
  if p_verdict in ('right', 'always') then
    update filing f set method = 'hand', filed_by = me() where f.item_id = it.id and f.method <> 'hand' and holds(f.audience_id);
  end if;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'taught', 'item', p_item, jsonb_build_object('verdict', p_verdict));
  return query select it.object_id, it.contractor_id, coalesce(a.address, ''), m.direction = 'in',
      m.marks && array['several-from', 'from-disagrees']
    from message m left join message_address a on a.message_id = m.id and a.role = 'from' and a.position = 0 where m.id = it.object_id;
end $$;

-- After a no: a mail of mine that lies in no file I see waits for me again.
create function wait_again(p_message uuid) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into triage_entry (message_id, owner_id, reason, state, occurred_at, by_hand)
    select m.id, me(), 'taken-out', 'open', m.occurred_at, true from message m
     where m.id = p_message and exists (select from message_copy c where c.message_id = m.id and c.owner_id = me()) and not sees_item_of(m.id)
    on conflict (message_id, owner_id) do update set state = 'open', reason = excluded.reason, by_hand = true where triage_entry.state = 'done'
$$;

-- An address that becomes somebody's concerns mail that was stored before.
create function ask_redecision() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into redecision as r (value, is_domain) select distinct a.value, a.is_domain from added a order by a.value
    on conflict (value) do update set round = r.round + 1, after_message = excluded.after_message, after_owner = excluded.after_owner, due_at = null;
  return null;
end $$;
create trigger address_added after insert on address referencing new table as added for each statement execute function ask_redecision();

-- Takes on the next address whose mail is to be decided again, for two minutes. What is new waits first, so that mail which
-- was being decided while the address was added is stored by then. For the background pass, which is nobody.
create function take_redecision(p_wait interval) returns table (value text, is_domain boolean, round int)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if me() is not null then return; end if;
  update redecision r set due_at = clock_timestamp() + p_wait, up_to = clock_timestamp() + p_wait
   where r.value in (select n.value from redecision n where n.due_at is null order by n.value for update skip locked);
  return query update redecision r set due_at = clock_timestamp() + interval '2 minutes'
   where r.value = (select n.value from redecision n where n.due_at <= clock_timestamp() order by n.due_at limit 1 for update skip locked)
   returning r.value, r.is_domain, r.round;
end $$;

-- The next copies of mail in which it takes part, whosever they are; not those that a person left out or dealt with.
create function redecision_batch(p_value text, p_round int, p_limit int) returns table (message_id uuid, owner_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct c.message_id, c.owner_id from redecision r cross join lateral mail_with(r.value, r.is_domain) w
    join message_copy c on c.message_id = w join message m on m.id = c.message_id and m.unreadable is null
   where me() is null and r.value = p_value and r.round = p_round and (c.message_id, c.owner_id) > (r.after_message, r.after_owner)
     and c.seen_at <= r.up_to + interval '1 second'
     and not exists (select from triage_entry t where t.message_id = c.message_id and t.owner_id = c.owner_id and t.state = 'left-out' and t.by_hand)
   order by c.message_id, c.owner_id limit p_limit
$$;

-- Everything up to here is decided again; with no place (null), all of it. Says nothing about a later round.
create function settle_redecision(p_value text, p_round int, p_message uuid, p_owner uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if me() is not null then return; end if;
  if p_message is null then
    delete from redecision r where r.value = p_value and r.round = p_round;
  else
    update redecision r set after_message = p_message, after_owner = p_owner, due_at = clock_timestamp() where r.value = p_value and r.round = p_round;
  end if;
end $$;

create index message_address_domain on message_address (substring(address from '[^@]*$'));

do $$
declare f text;
begin
  grant create on schema public to lupa_reader, lupa_intake;
  foreach f in array array['triage_groups', 'triage_chosen', 'sweep_page', 'blocked_for', 'never_for', 'leave_out', 'recover_left_out',
      'sweep_counts', 'note_teaching', 'wait_again', 'mail_with', 'take_redecision', 'redecision_batch', 'settle_redecision', 'ask_redecision'] loop
    execute format('revoke execute on function %I from public', f);
    -- Nobody asks who has what mail.
    if f <> 'mail_with' then execute format('grant execute on function %I to lupa_app', f); end if;
    execute format('alter function %I owner to %I', f, case when f in ('triage_groups', 'triage_chosen', 'sweep_page', 'mail_with') then 'lupa_reader' else 'lupa_intake' end);
  end loop;
  grant execute on function mail_with to lupa_intake;
  revoke create on schema public from lupa_reader, lupa_intake;
end $$;
`)
  }
}
