import { Migration } from '@mikro-orm/migrations'
import { held, inAudience } from './rule.ts'

/**
 * Who may see a row: the only place where that is written. The roles lupa_app (the pool), lupa_reader,
 * lupa_intake and lupa_identity (owners of the functions below and in later migrations) exist before this runs.
 */
export class Rules extends Migration {
  override up() {
    this.addSql(`
revoke create on schema public from public;
grant usage on schema public to lupa_app, lupa_reader, lupa_intake, lupa_identity;

-- The user for whom this transaction works. Nothing set is nobody, and nobody sees nothing.
create function me() returns uuid language sql stable parallel safe
  return nullif(current_setting('lupa.user', true), '')::uuid;

-- The rule for functions; policies have it written out (see rule.ts).
create function holds(p uuid) returns boolean language plpgsql stable parallel safe as $$
begin
  return ${held('p')};
end $$;

-- How a moment is written everywhere: ISO 8601, UTC, milliseconds.
create function iso(t timestamptz) returns text language sql stable parallel safe
  return to_char(t at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

create function am_admin() returns boolean language sql stable parallel safe
  return coalesce((select is_admin from app_user where id = (select me()) and disabled_at is null), false);

-- Whether I see a case of this contractor, an item of this object. Called for few rows, where the rule written out in
-- every branch of a plan would cost more to set up than to run.
create function sees_case_of(p_contractor uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return coalesce((select true from case_party p join case_file c on c.id = p.case_file_id
    where p.contractor_id = p_contractor and ${inAudience('c.audience_id')} limit 1), false);
end $$;

create function sees_contractor(p_contractor uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return coalesce((select ${inAudience('c.audience_id')} from contractor c where c.id = p_contractor), false) or sees_case_of(p_contractor);
end $$;

create function holds_contractor(p_contractor uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return coalesce((select ${inAudience('c.audience_id')} from contractor c where c.id = p_contractor), false);
end $$;

create function sees_case(p_case uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return coalesce((select ${inAudience('c.audience_id')} from case_file c where c.id = p_case), false);
end $$;

create function sees_item_of(p_object uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return coalesce((select true from item i join item_access a on a.item_id = i.id where i.object_id = p_object and ${held('a.principal_id')} limit 1), false);
end $$;

create function sees_message(p_message uuid) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return coalesce((select true from message_copy c where c.message_id = p_message and c.owner_id = me() limit 1), false) or sees_item_of(p_message);
end $$;

do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = 'public' and tablename <> 'lupa_migration' loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to lupa_intake', t);
    execute format('create policy intake on %I to lupa_intake using (true) with check (true)', t);
  end loop;
  foreach t in array array['app_user', 'app_group', 'group_member', 'membership', 'credential', 'session', 'setup_link', 'own_address', 'audit_entry'] loop
    execute format('grant select, insert, update, delete on %I to lupa_identity', t);
    execute format('create policy identity on %I to lupa_identity using (true) with check (true)', t);
  end loop;
  foreach t in array array['membership', 'audience_member', 'file_principal', 'item_access', 'item', 'item_text', 'contractor',
                           'case_file', 'case_party', 'address', 'message_copy', 'app_user', 'app_group'] loop
    execute format('grant select on %I to lupa_reader', t);
    execute format('create policy reader on %I for select to lupa_reader using (true)', t);
  end loop;
end $$;
-- Secrets are nobody's but the sign-in functions'.
drop policy intake on credential; revoke all on credential from lupa_intake;
drop policy intake on session; revoke all on session from lupa_intake;
drop policy intake on setup_link; revoke all on setup_link from lupa_intake;

-- Colleagues, groups and own addresses are known to everyone who is signed in; the administrator keeps them.
grant select, insert, update on app_user to lupa_app;
create policy signed_in on app_user for select to lupa_app using ((select me()) is not null);
create policy admin_adds on app_user for insert to lupa_app with check ((select am_admin()));
create policy admin_changes on app_user for update to lupa_app using ((select am_admin()));
grant select, insert, update, delete on app_group, group_member, own_address, company_setting to lupa_app;
create policy signed_in on app_group for select to lupa_app using ((select me()) is not null);
create policy admin_keeps on app_group to lupa_app using ((select am_admin())) with check ((select am_admin()));
create policy signed_in on group_member for select to lupa_app using ((select me()) is not null);
create policy admin_keeps on group_member to lupa_app using ((select am_admin())) with check ((select am_admin()));
create policy signed_in on own_address for select to lupa_app using ((select me()) is not null);
create policy admin_keeps on own_address to lupa_app using ((select am_admin())) with check ((select am_admin()));
create policy signed_in on company_setting for select to lupa_app using ((select me()) is not null);
create policy admin_keeps on company_setting to lupa_app using ((select am_admin())) with check ((select am_admin()));

-- Memberships and audiences are random ids without a name; every policy reads them, so their own has to be cheap.
grant select on membership, audience, audience_member to lupa_app;
create policy signed_in on membership for select to lupa_app using (me() is not null);
create policy signed_in on audience_member for select to lupa_app using (me() is not null);
create policy held on audience for select to lupa_app using (${inAudience('audience.id')});

-- A case is visible to its audience; a contractor to its audience and to those who see one of its cases.
grant select, insert on case_file to lupa_app;
grant update (title, manager_id, closed_at) on case_file to lupa_app;
grant select, insert on case_party to lupa_app;
create policy held on case_file for select to lupa_app using (${inAudience('case_file.audience_id')});
create policy opened on case_file for insert to lupa_app with check (manager_id = (select me()) and ${inAudience('case_file.audience_id')});
create policy changed on case_file for update to lupa_app using (${inAudience('case_file.audience_id')}) with check (${inAudience('case_file.audience_id')});
create policy of_visible_case on case_party for select to lupa_app using (
sees_case(case_party.case_file_id));
create policy of_visible_case_added on case_party for insert to lupa_app with check (
sees_case(case_party.case_file_id) and holds_contractor(case_party.contractor_id));
grant select, insert on contractor to lupa_app;
grant update (name, nip, regon, krs, street, city, phones, tags, note, manager_id, updated_at) on contractor to lupa_app;
create policy held on contractor for select to lupa_app using (
  ${inAudience('contractor.audience_id')} or sees_case_of(contractor.id));
create policy created on contractor for insert to lupa_app with check (manager_id = (select me()) and ${inAudience('contractor.audience_id')});
create policy changed on contractor for update to lupa_app using (${inAudience('contractor.audience_id')}) with check (${inAudience('contractor.audience_id')});

-- People and addresses go with their contractor.
grant select, insert, update, delete on person, address to lupa_app;
create policy of_visible_contractor on person for select to lupa_app using (sees_contractor(person.contractor_id));
create policy of_own_file on person to lupa_app using (holds_contractor(person.contractor_id)) with check (holds_contractor(person.contractor_id));
create policy of_visible_contractor on address for select to lupa_app using (sees_contractor(address.contractor_id));
create policy of_own_file on address to lupa_app using (holds_contractor(address.contractor_id)) with check (holds_contractor(address.contractor_id));

-- An item is visible to whoever holds one of its access rows; a filing to those whom its own audience names.
grant select on item, item_access, filing, item_grant, file_principal to lupa_app;
create policy held on item_access for select to lupa_app using (${held('item_access.principal_id')});
create policy held on item for select to lupa_app using (
  coalesce((select true from item_access a where a.item_id = item.id limit 1), false));
create policy held on filing for select to lupa_app using (${inAudience('filing.audience_id')});
create policy mine on item_grant for select to lupa_app using (
  (select true from membership m where m.user_id = me() and m.principal_id = item_grant.principal_id limit 1));
create policy held on file_principal for select to lupa_app using (${held('file_principal.principal_id')});

-- A message is readable through any copy or item that one has; all that hangs on it likewise.
grant select on message_copy, message, message_address, message_reference, attachment to lupa_app;
create policy mine on message_copy for select to lupa_app using (owner_id = (select me()));
create policy had on message for select to lupa_app using (sees_message(message.id));
create policy of_visible_message on message_address for select to lupa_app using (sees_message(message_address.message_id));
create policy of_visible_message on message_reference for select to lupa_app using (sees_message(message_reference.message_id));
create policy of_visible_message on attachment for select to lupa_app using (sees_message(attachment.message_id));

-- Documents and activities are seen through their item.
grant select on document to lupa_app;
create policy of_visible_item on document for select to lupa_app using (sees_item_of(document.id));
grant select, insert on activity to lupa_app;
grant update (title, note, starts_at, ends_at, direction, assignee_id, due_on, state, state_at) on activity to lupa_app;
create policy of_visible_item on activity for select to lupa_app using (
  created_by = (select me()) or sees_item_of(activity.id));
create policy written on activity for insert to lupa_app with check (
  created_by = (select me()) and sees_contractor(activity.contractor_id));
create policy of_visible_item_changed on activity for update to lupa_app using (sees_item_of(activity.id));

-- Undecided mail is seen by the owner of the mailbox that received it.
grant select on triage_entry, decision to lupa_app;
create policy mine on triage_entry for select to lupa_app using (owner_id = (select me()));
create policy mine on decision for select to lupa_app using (decided_by = (select me()));

grant insert, delete, select on arrival to lupa_app;
create policy mine on arrival to lupa_app using (owner_id = (select me())) with check (owner_id = (select me()));

-- The log is written by everyone about himself, read by the administrator, changed by nobody.
grant insert, select on audit_entry to lupa_app;
create policy about_myself on audit_entry for insert to lupa_app with check (user_id is not distinct from (select me()));
create policy admin_reads on audit_entry for select to lupa_app using ((select am_admin()));

do $$
declare f text;
begin
  execute format('grant lupa_reader to %I', current_user);
  grant create on schema public to lupa_reader;
  foreach f in array array['sees_case_of', 'sees_contractor', 'holds_contractor', 'sees_case', 'sees_item_of', 'sees_message'] loop
    execute format('revoke execute on function %I from public', f);
    execute format('grant execute on function %I to lupa_app, lupa_intake', f);
    execute format('alter function %I owner to lupa_reader', f);
  end loop;
  revoke create on schema public from lupa_reader;
end $$;
`)
  }
}
