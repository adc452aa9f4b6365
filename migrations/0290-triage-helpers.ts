import { Migration } from '@mikro-orm/migrations'

/**
 * Colleagues who decide about a mailbox's mail beside its owner. Nothing is written for each of them when a mail comes: who
 * helps is judged when he asks, mail by mail, through the copy that came by that mailbox. A helper sees what waits there and
 * nothing else: not what was decided, not what the owner's other mailboxes brought.
 */
export class TriageHelpers extends Migration {
  override up() {
    this.addSql(`
create table mailbox_helper (
  mailbox_id uuid not null references mailbox on delete cascade,
  principal_id uuid not null,
  added_at timestamptz(3) not null default now(),
  primary key (mailbox_id, principal_id)
);
create index mailbox_helper_principal on mailbox_helper (principal_id);
alter table mailbox_helper enable row level security;
alter table mailbox_helper force row level security;
create policy intake on mailbox_helper to lupa_intake using (true) with check (true);
grant select, delete on mailbox_helper to lupa_intake;
create policy reader on mailbox_helper for select to lupa_reader using (true);
grant select on mailbox_helper to lupa_reader;
create policy reader on mailbox for select to lupa_reader using (true);
grant select (id, owner_id, user_name) on mailbox to lupa_reader;

-- Who helps is known to whom the mailbox is shown, and is its owner's word alone: no administrator lets anybody in.
grant select, insert, delete on mailbox_helper to lupa_app;
create policy of_visible_mailbox on mailbox_helper for select to lupa_app using (
  (select true from mailbox m where m.id = mailbox_helper.mailbox_id limit 1));
create policy let_in on mailbox_helper for insert to lupa_app with check (
  (select true from mailbox m where m.id = mailbox_helper.mailbox_id and m.owner_id = (select me()) limit 1));
create policy dismissed on mailbox_helper for delete to lupa_app using (
  (select true from mailbox m where m.id = mailbox_helper.mailbox_id and m.owner_id = (select me()) limit 1));

-- That of 0001; and a user or group that is gone helps nobody.
create or replace function leave_groups() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from group_member where member_id = old.id;
  delete from mailbox_helper where principal_id = old.id;
  return null;
end $$;

create function helps_mailbox(p_mailbox uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return coalesce((select true from mailbox_helper h join membership m on m.principal_id = h.principal_id
    where h.mailbox_id = p_mailbox and m.user_id = me() limit 1), false);
end $$;

-- Whether somebody else's mail came by a mailbox of his for which I help.
create function helps_with(p_message uuid, p_owner uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return coalesce((select true from message_copy c join mailbox b on b.id = c.mailbox_id and b.owner_id = c.owner_id
    where c.message_id = p_message and c.owner_id = p_owner and c.owner_id <> me() and helps_mailbox(b.id) limit 1), false);
end $$;

-- Whether I may decide in his place: it waits. What lay in a file before waits for him alone, who knows for whom it was.
create function decides_for(p_message uuid, p_owner uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return coalesce((select helps_with(t.message_id, t.owner_id) from triage_entry t
    where t.message_id = p_message and t.owner_id = p_owner and t.state = 'open' and t.reason not in ('taken-out', 'place-gone')), false);
end $$;

create function decides_about(p_message uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return coalesce((select true from triage_entry t where t.message_id = p_message and decides_for(t.message_id, t.owner_id) limit 1), false);
end $$;

-- What waits where I help, as decides_for says, written out for many: each mail once, and only where it does not wait for me
-- myself. Only the waiting mail of those whom I help is looked at. Without settings of its own, as the next, so that both are
-- planned as part of what asks.
create function waits_elsewhere() returns table (message_id uuid, owner_id uuid, reason text, occurred_at timestamptz)
  language sql stable as $$
  select t.message_id, t.owner_id, t.reason, t.occurred_at
    from (select b.owner_id, array_agg(b.id) as boxes from membership m join mailbox_helper h on h.principal_id = m.principal_id
            join mailbox b on b.id = h.mailbox_id where m.user_id = me() and b.owner_id <> me() group by b.owner_id) o
    join triage_entry t on t.owner_id = o.owner_id and t.state = 'open' and t.reason not in ('taken-out', 'place-gone')
   where exists (select from message_copy c where c.message_id = t.message_id and c.owner_id = t.owner_id and c.mailbox_id = any(o.boxes))
     and not exists (select from triage_entry n where n.message_id = t.message_id and n.state = 'open'
                        and (n.owner_id = me() or (n.owner_id < t.owner_id and decides_for(n.message_id, n.owner_id))))
$$;

-- Mail of mine in one state, and what waits where I help.
create function decidable(p_state text) returns table (message_id uuid, owner_id uuid, reason text, occurred_at timestamptz)
  language sql stable as $$
  select t.message_id, t.owner_id, t.reason, t.occurred_at from triage_entry t where t.owner_id = me() and t.state = p_state
  union all
  select w.message_id, w.owner_id, w.reason, w.occurred_at from waits_elsewhere() w where p_state = 'open'
$$;

-- By which mailboxes that I own or help with these mails came to me.
create function mailboxes_of(p_messages uuid[]) returns text[]
  language sql stable as $$
  select array(select distinct b.user_name from message_copy c join mailbox b on b.id = c.mailbox_id and b.owner_id = c.owner_id
                where c.message_id = any(p_messages)
                  and (c.owner_id = me() or (helps_mailbox(b.id) and decides_for(c.message_id, c.owner_id))) order by 1)
$$;

-- A page of it. Each part ends by itself, so that of my own no more is read than is shown.
create function triage_page(p_state text, p_sender text, p_domain text, p_before timestamptz, p_before_id uuid, p_limit int)
  returns table (id uuid, message_id text, subject text, name text, address text, occurred_at timestamptz, reason text, mailboxes text[])
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.message_id, s.subject, s.name, s.address, s.at, s.reason, mailboxes_of(array[s.id]) from (
    select x.* from (
      (select m.id, m.message_id, m.subject, coalesce(a.name, '') as name, coalesce(a.address, '') as address, t.occurred_at as at, t.reason
         from triage_entry t join message m on m.id = t.message_id
         left join message_address a on a.message_id = m.id and a.role = 'from' and a.position = 0
        where t.owner_id = me() and t.state = p_state and sees_message(m.id) and (t.occurred_at, t.message_id) < (p_before, p_before_id)
          and (p_sender is null or coalesce(a.address, '') = p_sender)
          and (p_domain is null or substring(coalesce(a.address, '') from '[^@]*$') = p_domain)
        order by t.occurred_at desc, t.message_id desc limit p_limit)
      union all
      (select m.id, m.message_id, m.subject, coalesce(a.name, '') as name, coalesce(a.address, '') as address, t.occurred_at as at, t.reason
         from waits_elsewhere() t join message m on m.id = t.message_id
         left join message_address a on a.message_id = m.id and a.role = 'from' and a.position = 0
        where p_state = 'open' and (t.occurred_at, t.message_id) < (p_before, p_before_id)
          and (p_sender is null or coalesce(a.address, '') = p_sender)
          and (p_domain is null or substring(coalesce(a.address, '') from '[^@]*$') = p_domain)
        order by t.occurred_at desc, t.message_id desc limit p_limit)
     ) x order by x.at desc, x.id desc limit p_limit) s
   order by s.at desc, s.id desc
$$;

-- That of 0015, with what waits where I help, and the mailboxes by which the newest hundred of each group came.
drop function triage_groups(text, text, timestamptz, uuid, int);
create function triage_groups(p_state text, p_by text, p_before timestamptz, p_before_id uuid, p_limit int)
  returns table (id uuid, key text, amount int, occurred_at timestamptz, reasons text[], subject text, name text, sender text,
    in_reply_to text, participants text[], refs text[], mailboxes text[])
  language sql stable security definer set search_path = public, pg_temp as $$
  with mine as materialized (
    select t.message_id, t.occurred_at, t.reason,
           case when p_by = 'domain' then substring(coalesce(a.address, '') from '[^@]*$') else coalesce(a.address, '') end as key
      from decidable(p_state) t left join message_address a on a.message_id = t.message_id and a.role = 'from' and a.position = 0),
  groups as (
    select m.key, count(*)::int as amount, array_agg(distinct m.reason) as reasons, max(m.occurred_at) as at,
           (array_agg(m.message_id order by m.occurred_at desc, m.message_id desc))[1:100] as newest
      from mine m group by m.key),
  shown as (
    select g.* from groups g where (g.at, g.newest[1]) < (p_before, p_before_id) order by g.at desc, g.newest[1] desc limit p_limit)
  select m.id, s.key, s.amount, s.at, s.reasons, m.subject, coalesce(f.name, ''), coalesce(f.address, ''), m.in_reply_to,
         array(select distinct x.address from message_address x where x.message_id = m.id and x.role <> 'reply-to' and x.address <> ''),
         array(select r.reference from message_reference r where r.message_id = m.id order by r.position), mailboxes_of(s.newest)
    from shown s join message m on m.id = s.newest[1]
    left join message_address f on f.message_id = m.id and f.role = 'from' and f.position = 0
   order by s.at desc, m.id desc
$$;

-- That of 0015, likewise.
create or replace function triage_chosen(p_state text, p_sender text, p_domain text, p_readable boolean, p_limit int)
  returns table (id uuid, total int)
  language sql stable security definer set search_path = public, pg_temp as $$
  select t.message_id, (count(*) over ())::int from decidable(p_state) t join message m on m.id = t.message_id
    left join message_address a on a.message_id = t.message_id and a.role = 'from' and a.position = 0
   where (not p_readable or m.unreadable is null)
     and (p_sender is null or coalesce(a.address, '') = p_sender)
     and (p_domain is null or substring(coalesce(a.address, '') from '[^@]*$') = p_domain)
   order by t.occurred_at desc, t.message_id desc limit p_limit
$$;

-- The copy in which a mail in triage is read: one's own as it came, else that of the mailbox for which one helps, from which
-- blind recipients are kept as from any copy of somebody else (see item_source).
create function triage_source(p_message uuid) returns table (hash text, is_blind boolean, is_stripped boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.hash, s.is_others and has_blind(p_message), s.is_others and (has_blind(p_message) or not exists (
    select from message_address a join app_user u on u.email = a.address
     where u.id = me() and a.message_id = p_message and a.role in ('from', 'bcc'))) from (
    select false as is_others, c.source_hash as hash, c.seen_at as at
      from triage_entry t join message_copy c on c.message_id = t.message_id and c.owner_id = me()
     where t.owner_id = me() and t.message_id = p_message and t.state in ('open', 'left-out')
    union all
    select true, c.source_hash, c.seen_at from message_copy c join mailbox b on b.id = c.mailbox_id and b.owner_id = c.owner_id
     where c.message_id = p_message and c.owner_id <> me() and helps_mailbox(b.id) and decides_for(c.message_id, c.owner_id)) s
   order by s.is_others, s.at, s.hash limit 1
$$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_reader, lupa_intake;
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname in (
      'helps_mailbox', 'helps_with', 'decides_for', 'decides_about', 'waits_elsewhere', 'decidable', 'mailboxes_of', 'triage_page', 'triage_groups') loop
    execute format('revoke execute on function %s from public', f);
    execute format('alter function %s owner to lupa_reader', f);
  end loop;
  grant execute on function triage_page, triage_groups to lupa_app;
  grant execute on function helps_mailbox, helps_with, decides_for, decides_about to lupa_intake;
  revoke execute on function triage_source(uuid) from public;
  grant execute on function triage_source(uuid) to lupa_app;
  alter function triage_source(uuid) owner to lupa_intake;
  revoke create on schema public from lupa_reader, lupa_intake;
end $$;
`)
  }
}
