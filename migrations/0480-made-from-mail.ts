import { Migration } from '@mikro-orm/migrations'
import { reword } from './reword.ts'
import { heldByMine, inAudienceOfMine, myIds } from './rule.ts'

/**
 * Of which mail an activity was made. The mail itself is named and not its place: so the link follows when it is moved, is
 * gone as long as it lies in no file that the reader sees, and is there again when it is filed again.
 */
export class MadeFromMail extends Migration {
  override up() {
    this.addSql(`
alter table activity add column from_message_id uuid references message on delete set null;
-- The mail by what its reader has of it, filed or not: a digest, which tells nobody a Message-ID or an address.
alter table activity add column from_mark text;
create index activity_from_message on activity (from_message_id) where from_message_id is not null;
create index activity_from_mark on activity (from_mark) where from_mark is not null;

-- Who makes it has to see the mail in a file.
alter policy written on activity with check (
  created_by = (select me()) and sees_contractor(activity.contractor_id)
  and (from_message_id is null or sees_item_of(from_message_id)));

-- A Message-ID can be forged, so the sender belongs to it.
create function mail_mark(p_message_id text, p_sender text) returns text language sql immutable as $$
  select case when p_message_id <> '' and p_sender <> '' then encode(sha256(convert_to(p_message_id || ' ' || p_sender, 'UTF8')), 'hex') end
$$;
create function message_mark(p_message uuid) returns text language sql stable as $$
  select mail_mark(m.message_id, a.address) from message m
    join message_address a on a.message_id = m.id and a.role = 'from' and a.position = 0 where m.id = p_message
$$;

-- What was made beside a mail that lay nowhere yet finds it once it is filed.
create function link_made_activities() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update activity set from_message_id = new.object_id where from_mark = message_mark(new.object_id) and from_message_id is null;
  return null;
end $$;
create trigger activities_find_their_mail after insert on item
  for each row when (new.kind in ('mail-in', 'mail-out')) execute function link_made_activities();

-- A mail that is erased leaves nothing by which it could be told, nor linked should it come back.
create function unlink_made_activities() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  mark text := message_mark(old.id);
  -- Another mail of the same Message-ID and sender, which lists and forgers make, stays what it is.
  has_twin boolean := exists (select from message m where m.message_id = old.message_id and m.id <> old.id and message_mark(m.id) = mark);
begin
  update activity set from_message_id = null, from_mark = case when has_twin then from_mark end
   where from_message_id = old.id or (from_message_id is null and from_mark = mark and not has_twin);
  return old;
end $$;
create trigger activities_forget_their_mail before delete on message
  for each row execute function unlink_made_activities();

-- Of these rows, given by item and object, those that were made of a mail that I see: by item, the mail as a link.
-- Where it lies in several files, it is the one of the activity.
create function mails_behind(p_items uuid[], p_objects uuid[]) returns json language plpgsql stable as $$
declare
  ${myIds}
  items uuid[];
  mails uuid[];
  files uuid[];
begin
  select array_agg(u.item), array_agg(a.from_message_id), array_agg(a.contractor_id) into items, mails, files
    from unnest(p_items, p_objects) u(item, object) cross join lateral (
      select v.from_message_id, v.contractor_id from activity v where v.id = u.object and v.from_message_id is not null limit 1) a;
  if items is null then return null; end if;
  return (select json_object_agg(u.item, json_build_object('id', m.id, 'title', m.title))
    from unnest(items, mails, files) u(item, mail, file) cross join lateral (
      select i.id, case when i.has_own_title then coalesce((select max(f.title) from filing f where f.item_id = i.id and ${inAudienceOfMine('f.audience_id')}), i.title)
                        else i.title end as title
        from item i where i.object_id = u.mail
         and (select true from item_access x where x.item_id = i.id and ${heldByMine('x.principal_id')} limit 1)
       order by i.contractor_id = u.file desc, i.created_at, i.id limit 1) m);
end $$;
${reword('named_page(item_page, uuid[])', [
  ['  cases json;\n', '  cases json;\n  mails json;\n'],
  [
    `  return json_build_object('contractors'`,
    `  if p_page.kind::text ~ '"(call|meeting|task|note)"' then
    mails := mails_behind(string_to_array(p_page.id, ' ')::uuid[], string_to_array(p_page.object_id, ' ')::uuid[]);
  end if;
  return json_build_object('mails', mails, 'contractors'`,
  ],
])}

-- What was made of a mail, under the caller's rights: what is still to be done first. By the stored mail or by its mark.
create function made_activities(p_message uuid, p_mark text, p_limit int) returns json
  language sql stable as $$
  select coalesce(json_agg(x), '[]') from (
    select i.id as "itemId", a.kind, a.title, a.state, a.due_on::text as "dueOn", iso(a.starts_at) as "startsAt", u.name as "assigneeName",
           c.id as "contractorId", c.name as "contractorName"
      from activity a
      cross join lateral (select o.id, o.contractor_id from item o where o.object_id = a.id
                           order by o.contractor_id = a.contractor_id desc, o.created_at, o.id limit 1) i
      left join contractor c on c.id = i.contractor_id left join app_user u on u.id = a.assignee_id
     where a.from_message_id = p_message or a.from_mark = p_mark
     order by a.state in ('new', 'in-progress') desc nulls last, a.created_at desc, a.id limit p_limit) x
$$;
${reword('pane_lookup(text[], text[], text, text, text[], text[], text, uuid, timestamptz, int)', [
  [
    "'freeMail', (select",
    "'activities', made_activities(null, mail_mark(p_message_id, p_sender), 6),\n    'freeMail', (select",
  ],
])}

do $$
begin
  grant create on schema public to lupa_reader, lupa_intake;
  revoke execute on function mails_behind(uuid[], uuid[]), link_made_activities(), unlink_made_activities() from public;
  grant execute on function link_made_activities(), unlink_made_activities() to lupa_app;
  alter function mails_behind(uuid[], uuid[]) owner to lupa_reader;
  alter function link_made_activities() owner to lupa_intake;
  alter function unlink_made_activities() owner to lupa_intake;
  revoke create on schema public from lupa_reader, lupa_intake;
end $$;
`)
  }
}
