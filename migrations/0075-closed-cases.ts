import { Migration } from '@mikro-orm/migrations'

/**
 * A mail is never refused because the case that it belongs to was closed: a further copy of what lies there changes
 * nothing, and what the server decided a moment before the end goes into the contractor's file.
 */
export class ClosedCases extends Migration {
  override up() {
    this.addSql(`
-- Files an object. A unique index decides who was first; the second finds the item and, if it was hidden, gains a personal way in.
-- p.byHand: the caller must see contractor and case. Otherwise the decision is the server's, and the caller may see neither.
create or replace function put_filing(p jsonb) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  by_hand boolean := (p->>'byHand')::boolean;
  file uuid := (p->>'contractorId')::uuid;
  kase uuid := (p->>'caseId')::uuid;
  scope uuid;
  closed timestamptz;
  it uuid;
  fresh uuid;
  is_new boolean;
begin
  if me() is null then raise exception 'not-signed-in' using errcode = 'LU401'; end if;
  -- Nobody files what he does not have; documents come with a mail that was checked.
  if not (case when p->>'kind' in ('mail-in', 'mail-out') then sees_message((p->>'objectId')::uuid)
      when p->>'kind' in ('call', 'meeting', 'task', 'note') then sees_item_of((p->>'objectId')::uuid)
        or exists (select from activity a where a.id = (p->>'objectId')::uuid and a.created_by = me())
      else true end) then
    raise exception 'not-found' using errcode = 'LU404';
  end if;
  if by_hand and not may_see_contractor(file) then raise exception 'not-found' using errcode = 'LU404'; end if;
  if kase is not null then
    select c.audience_id, c.closed_at into scope, closed from case_file c
      join case_party q on q.case_file_id = c.id and q.contractor_id = file where c.id = kase;
    if not found or (by_hand and not holds(scope)) then raise exception 'not-found' using errcode = 'LU404'; end if;
    -- A person puts nothing into a closed case, whether or not it lies there: that could be hidden from him. What the
    -- server decided stays where it lies, and goes into the file at large where it is new.
    if closed is not null and by_hand then raise exception 'case-closed' using errcode = 'LU409'; end if;
    if closed is not null and not exists (
        select from item i join filing f on f.item_id = i.id
         where i.contractor_id = file and i.object_id = (p->>'objectId')::uuid and f.case_file_id = kase) then
      kase := null;
      select c.audience_id into strict scope from contractor c where c.id = file;
    end if;
  else
    select c.audience_id into strict scope from contractor c where c.id = file;
    -- Seen only through a case of it: into the file at large he may not put anything.
    if by_hand and not holds(scope) then raise exception 'not-found' using errcode = 'LU404'; end if;
  end if;
  -- Held until the end: who takes the item out meanwhile waits, and then finds this filing.
  loop
    insert into item (contractor_id, kind, object_id, occurred_at, title, snippet, who, has_attachment)
      values (file, p->>'kind', (p->>'objectId')::uuid, (p->>'occurredAt')::timestamptz, p->>'title', p->>'snippet', p->>'who',
              (p->>'hasAttachment')::boolean)
      on conflict (contractor_id, object_id) do nothing returning id into it;
    is_new := it is not null;
    exit when is_new;
    select i.id into it from item i where i.contractor_id = file and i.object_id = (p->>'objectId')::uuid for key share;
    exit when found;
  end loop;
  if is_new and jsonb_typeof(p->'lexemes') = 'array' then
    insert into item_text (item_id, lexemes) values (it, array_to_tsvector(array(select jsonb_array_elements_text(p->'lexemes')))) on conflict do nothing;
  end if;
  insert into filing (item_id, case_file_id, audience_id, filed_by, method, evidence, score, comment, title, source_hash, via_message_id)
    values (it, kase, scope, case when by_hand then me() end, p->>'method', p->>'evidence', coalesce((p->>'score')::real, 1), p->>'comment', p->>'ownTitle',
            p->>'sourceHash', (p->>'viaMessageId')::uuid)
    on conflict do nothing returning id into fresh;
  if p->>'ownTitle' is not null then update item set has_own_title = true where id = it; end if;
  -- The one whose mail it is sees it in files that he sees; who filed it by hand where it was hidden sees it too.
  if (not by_hand or not exists (select from item_access a where a.item_id = it and holds(a.principal_id))) and may_see_contractor(file) then
    insert into item_grant (item_id, principal_id, reason, granted_by, comment)
      values (it, me(), case when by_hand then 'filed' else 'mailbox' end, me(), p->>'comment') on conflict do nothing;
  end if;
  if fresh is not null then
    insert into audit_entry (user_id, verb, object_type, object_id, details)
      values (me(), 'filed', 'item', it, jsonb_build_object('caseId', kase, 'contractorId', file, 'method', p->>'method'));
  end if;
  return it;
end $$;
`)
  }
}
