import { Migration } from '@mikro-orm/migrations'

/** Whoever helps with a mailbox is told that something changed among what waits there, as its owner is; of nothing else of the owner's. */
export class HelpersLive extends Migration {
  override up() {
    this.addSql(`
-- That of 0046, and for those who help: by mailbox, since what the owner's other mailboxes brought must not stir them, nor
-- what never waited for them.
create or replace function note_triage() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into change (topic, principal_id) select distinct 'triage', c.owner_id from changed c;
  insert into change (topic, principal_id)
    select distinct 'triage', b.id from changed c join message_copy k on k.message_id = c.message_id and k.owner_id = c.owner_id
      join mailbox b on b.id = k.mailbox_id and b.owner_id = k.owner_id where exists (select from mailbox_helper h where h.mailbox_id = b.id)
       and c.reason not in ('taken-out', 'place-gone') and (tg_op <> 'INSERT' or c.state = 'open');
  return null;
end $$;

-- Who is asked to help, or no longer, has other mail on his page.
create function note_helpers() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into change (topic, principal_id) select distinct 'access', c.principal_id from changed c;
  return null;
end $$;
create trigger mailbox_helper_came after insert on mailbox_helper referencing new table as changed for each statement execute function note_helpers();
create trigger mailbox_helper_went after delete on mailbox_helper referencing old table as changed for each statement execute function note_helpers();

-- That of 0046; of a mailbox's triage its helpers know.
create or replace function my_changes(p_changes jsonb) returns table (topic text, item_id uuid, contractor_id uuid, case_file_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    with told as (
      select c ->> 0 as topic, (c ->> 1)::uuid as item_id, (c ->> 2)::uuid as contractor_id, (c ->> 3)::uuid as case_file_id, (c ->> 4)::uuid as principal_id
        from jsonb_array_elements(p_changes) c),
    items as materialized (
      select distinct t.item_id, coalesce((select true from item_access a where a.item_id = t.item_id and holds(a.principal_id) limit 1), false) as is_seen
        from told t where t.item_id is not null)
    select distinct case when t.topic = 'lost' then case when i.is_seen then 'item' else 'gone' end else t.topic end, t.item_id,
           case when t.contractor_id is not null and sees_contractor(t.contractor_id) then t.contractor_id end, t.case_file_id
      from told t left join items i on i.item_id = t.item_id
     where case t.topic
       when 'item' then i.is_seen
       when 'lost' then holds(t.principal_id)
       when 'contractor' then sees_contractor(t.contractor_id)
       when 'case' then sees_case(t.case_file_id)
       when 'access' then exists (select from membership m where m.user_id = me() and m.principal_id = t.principal_id)
       when 'triage' then t.principal_id = me() or helps_mailbox(t.principal_id)
       when 'notification' then t.principal_id = me()
       else false end;
end $$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function note_helpers() from public;
  grant execute on function note_helpers() to lupa_app;
  alter function note_helpers() owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
