import { Migration } from '@mikro-orm/migrations'

/** Two files of one contractor become one; where the other stood, old links find the one that is left. */
export class MergedContractors extends Migration {
  override up() {
    this.addSql(`
-- What is left of a file that went into another one.
create table merged_contractor (
  id uuid primary key,
  into_id uuid not null references contractor on delete cascade,
  name text not null,
  merged_by uuid references app_user,
  merged_at timestamptz(3) not null default now()
);
create index merged_contractor_into on merged_contractor (into_id);
create index merged_contractor_by on merged_contractor (merged_by);
alter table merged_contractor enable row level security;
alter table merged_contractor force row level security;
grant select, insert, update on merged_contractor to lupa_intake;
create policy intake on merged_contractor to lupa_intake using (true) with check (true);
grant update on notification, item_reading to lupa_intake;
grant select, update on thread_choice to lupa_intake;
create policy intake on thread_choice to lupa_intake using (true) with check (true);

-- Where a file went, for those who see it there.
create function survivor_of(p_contractor uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.into_id from merged_contractor m where m.id = p_contractor and sees_contractor(m.into_id)
$$;

-- Of a thing that lies at one place twice, the second filing is left. It takes over title and words where it has none, unless more
-- people would read them then; whoever saw the thing by the first one sees it still.
create function join_filings(p_old uuid, p_new uuid, p_circle text) returns void
  language plpgsql volatile as $$
declare
  pair record;
begin
  for pair in select g.audience_id, g.own_audience, g.comment, g.title, o.id as left_id, o.audience_id as left_audience
                from filing g join filing o on o.item_id = p_new and o.case_file_id is not distinct from g.case_file_id
               where g.item_id = p_old loop
    if p_circle <> 'keep' and not pair.own_audience or not exists (
        select from audience_people(pair.left_audience) a where a.user_id not in (select b.user_id from audience_people(pair.audience_id) b)) then
      update filing set comment = coalesce(comment, pair.comment), title = coalesce(title, pair.title) where id = pair.left_id;
      update item set has_own_title = true where id = p_new and not has_own_title and pair.title is not null;
    end if;
    continue when pair.audience_id = pair.left_audience or p_circle <> 'keep' and not pair.own_audience;
    insert into item_grant (item_id, principal_id, reason)
      select p_new, p.principal_id, 'shared' from (
        select m.principal_id from audience_member m where m.audience_id = pair.audience_id and not m.is_audience
        union select n.principal_id from audience_member m join audience_member n on n.audience_id = m.principal_id and not n.is_audience
         where m.audience_id = pair.audience_id and m.is_audience) p
      on conflict do nothing;
  end loop;
end $$;

-- What is known of a file in another way than of the one that is left: words for its note, so that none of it is lost.
create function merged_facts(f contractor, t contractor) returns text language sql immutable as $$
  select f.name || ', ' || nullif(concat_ws(', ', case when f.nip <> t.nip then 'NIP ' || f.nip end, case when f.regon <> t.regon then 'REGON ' || f.regon end,
    case when f.krs <> t.krs then 'KRS ' || f.krs end, case when f.street <> t.street then f.street end, case when f.city <> t.city then f.city end), '')
$$;

-- Everything that lies in one file goes into another: for whoever stands in the circles of both for good, as administrator
-- or as the manager of both. p_circle 'survivor': what everybody in the circle of the first could see is seen by the circle of
-- the second, if the circle of the first is the caller's to change; 'keep': it stays with those who could see it, each item in a circle of its own. What lies hidden from the caller
-- goes along in the circle that it has; nothing of it is told.
create function merge_contractors(p_from uuid, p_into uuid, p_circle text) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  f contractor;
  t contractor;
  pair record;
  place record;
  fresh uuid;
  kept jsonb;
begin
  if p_from = p_into then raise exception 'invalid' using errcode = '22023'; end if;
  -- In one order, or two merges could wait for each other.
  perform from contractor c where c.id in (p_from, p_into) order by c.id for update;
  select * into f from contractor where id = p_from;
  select * into t from contractor where id = p_into;
  if f.id is null or t.id is null or not sees_contractor(p_from) or not sees_contractor(p_into) then
    raise exception 'not-found' using errcode = 'LU404';
  end if;
  -- Who came by an emergency opening would take for good what he was let see for minutes.
  if not stands_in(f.audience_id) or not stands_in(t.audience_id) or not (am_admin() or f.manager_id = me() and t.manager_id = me())
    or p_circle <> 'keep' and not keeps_audience(f.audience_id) then
    raise exception 'not-allowed' using errcode = 'LU403';
  end if;
  -- What is held stays as it is.
  if exists (select from legal_hold h where h.object_type = 'contractor' and h.object_id in (p_from, p_into) and h.lifted_at is null) then
    raise exception 'on-hold' using errcode = 'LU451';
  end if;

  -- The openings of what is no more are over.
  perform close_opening(b.id, me()) from break_glass b where b.object_type = 'contractor' and b.object_id = p_from and b.closed_at is null;
  insert into file_principal (contractor_id, principal_id, is_audience)
    select p_into, p.principal_id, p.is_audience from file_principal p where p.contractor_id = p_from on conflict do nothing;
  update meeting_invitation g set contractor_id = p_into where g.contractor_id = p_from and not exists (select from meeting_invitation h
    where h.contractor_id = p_into and h.uid = g.uid and h.recurrence_id is not distinct from g.recurrence_id);
  delete from meeting_invitation g where g.contractor_id = p_from;
  update activity set contractor_id = p_into where contractor_id = p_from;
  update person set contractor_id = p_into where contractor_id = p_from;
  -- An address of both says whose it is when only the other file knew.
  update address b set person_id = a.person_id from address a
   where b.contractor_id = p_into and b.person_id is null and a.contractor_id = p_from and a.value = b.value and a.person_id is not null;
  update address a set contractor_id = p_into where a.contractor_id = p_from and not exists
    (select from address b where b.contractor_id = p_into and b.value = a.value);
  update case_file set contractor_id = p_into where contractor_id = p_from;
  update case_party q set is_first = true where q.contractor_id = p_into and exists (select from case_party p
    where p.case_file_id = q.case_file_id and p.contractor_id = p_from and p.is_first);
  update case_party p set contractor_id = p_into where p.contractor_id = p_from and not exists
    (select from case_party q where q.case_file_id = p.case_file_id and q.contractor_id = p_into);

  -- The same document under the same name in both is one.
  update item i set object_id = e.id from document d join document e on e.contractor_id = p_into and e.blob_hash = d.blob_hash and e.name = d.name
     and e.uploaded_by is not distinct from d.uploaded_by
   where d.contractor_id = p_from and i.object_id = d.id and i.contractor_id = p_from;
  delete from document d where d.contractor_id = p_from and exists
    (select from document e where e.contractor_id = p_into and e.blob_hash = d.blob_hash and e.name = d.name
      and e.uploaded_by is not distinct from d.uploaded_by);
  update document set contractor_id = p_into where contractor_id = p_from;

  -- What lies in both files lies there once, in all the cases in which it was.
  for pair in select a.id as old, b.id as new, a.pinned_at from item a join item b on b.object_id = a.object_id and b.contractor_id = p_into
               where a.contractor_id = p_from loop
    perform join_filings(pair.old, pair.new, p_circle);
    with gone as (delete from filing g where g.item_id = pair.old returning g.*)
    insert into filing select (jsonb_populate_record(null::filing, to_jsonb(g) || jsonb_build_object('item_id', pair.new))).*
      from gone g where not exists (select from filing o where o.item_id = pair.new and o.case_file_id is not distinct from g.case_file_id);
    insert into item_grant select (jsonb_populate_record(null::item_grant, to_jsonb(g) || jsonb_build_object('item_id', pair.new))).*
      from item_grant g where g.item_id = pair.old on conflict do nothing;
    update notification set item_id = pair.new where item_id = pair.old;
    update item_reading set item_id = pair.new where item_id = pair.old;
    update item set pinned_at = coalesce(pinned_at, pair.pinned_at) where id = pair.new;
    delete from item where id = pair.old;
  end loop;
  update item_access a set contractor_id = p_into where a.contractor_id = p_from;
  update item set contractor_id = p_into where contractor_id = p_from;

  if p_circle = 'keep' then
    -- A circle of its own puts out whom somebody let in by hand or as a recipient; here it only keeps what was.
    select jsonb_agg(to_jsonb(g)) into kept from item_grant g where g.reason in ('shared', 'recipient')
       and g.item_id in (select p.item_id from filing p where p.audience_id = f.audience_id and not p.own_audience);
    for place in select g.id from filing g where g.audience_id = f.audience_id and not g.own_audience loop
      insert into audience default values returning id into fresh;
      insert into audience_member (audience_id, principal_id, is_audience)
        select fresh, m.principal_id, m.is_audience from audience_member m where m.audience_id = f.audience_id;
      update filing set own_audience = true, audience_id = fresh where id = place.id;
    end loop;
    insert into item_grant select (jsonb_populate_record(null::item_grant, k)).* from jsonb_array_elements(kept) k
      on conflict (item_id, principal_id) do update set reason = excluded.reason, besides = excluded.besides,
        granted_by = excluded.granted_by, granted_at = excluded.granted_at, comment = excluded.comment;
    -- Cases that let in the circle of the file let in those who were in it.
    insert into audience_member (audience_id, principal_id, is_audience)
      select c.audience_id, m.principal_id, m.is_audience from audience_member c join audience_member m on m.audience_id = f.audience_id
       where c.principal_id = f.audience_id and c.is_audience on conflict do nothing;
  else
    update filing set audience_id = t.audience_id where audience_id = f.audience_id and not own_audience;
    insert into audience_member (audience_id, principal_id, is_audience)
      select c.audience_id, t.audience_id, true from audience_member c
       where c.principal_id = f.audience_id and c.is_audience on conflict do nothing;
  end if;
  delete from audience_member c where c.principal_id = f.audience_id and c.is_audience;

  update rule_version set contractor_id = p_into where contractor_id = p_from;
  update thread_choice set contractor_id = p_into where contractor_id = p_from;
  update notification set contractor_id = p_into where contractor_id = p_from;
  update never_address a set contractor_id = p_into where a.contractor_id = p_from and not exists
    (select from never_address b where b.contractor_id = p_into and b.value = a.value);
  update decision a set contractor_id = p_into where a.contractor_id = p_from and not exists
    (select from decision b where b.contractor_id = p_into and b.message_id = a.message_id);
  update teaching a set contractor_id = p_into where a.contractor_id = p_from and not exists (select from teaching b
    where b.contractor_id = p_into and b.message_id = a.message_id and b.verdict = a.verdict and b.taught_by = a.taught_by);
  update file_pin a set contractor_id = p_into where a.contractor_id = p_from and not exists
    (select from file_pin b where b.contractor_id = p_into and b.user_id = a.user_id);
  update document_choice a set contractor_id = p_into where a.contractor_id = p_from and not exists
    (select from document_choice b where b.contractor_id = p_into and b.message_id = a.message_id and b.content = a.content);
  update upload_key set contractor_id = p_into where contractor_id = p_from;
  insert into follow (user_id, object_type, object_id, follows, since)
    select w.user_id, 'contractor', p_into, w.follows, w.since from follow w where w.object_type = 'contractor' and w.object_id = p_from
    on conflict do nothing;
  delete from follow where object_type = 'contractor' and object_id = p_from;
  update break_glass set object_id = p_into where object_type = 'contractor' and object_id = p_from;

  update contractor set
      nip = coalesce(t.nip, f.nip), regon = coalesce(t.regon, f.regon), krs = coalesce(t.krs, f.krs),
      street = coalesce(t.street, f.street), city = coalesce(t.city, f.city),
      phones = t.phones || array(select p from unnest(f.phones) p where p <> all (t.phones)),
      tags = t.tags || array(select g from unnest(f.tags) g where g <> all (t.tags)),
      note = nullif(concat_ws(E'\\n', t.note, f.note, merged_facts(f, t)), ''), updated_at = now()
   where id = p_into;
  update merged_contractor set into_id = p_into where into_id = p_from;
  delete from file_principal where contractor_id = p_from;
  delete from contractor where id = p_from;
  insert into merged_contractor (id, into_id, name, merged_by) values (p_from, p_into, f.name, me());
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'merged', 'contractor', p_into, jsonb_build_object('from', p_from, 'circle', p_circle));
  insert into change (topic, contractor_id) values ('contractor', p_into);
end $$;

do $$
declare fn text;
begin
  grant create on schema public to lupa_intake;
  revoke execute on function merged_facts(contractor, contractor) from public;
  alter function merged_facts(contractor, contractor) owner to lupa_intake;
  foreach fn in array array['survivor_of(uuid)', 'merge_contractors(uuid, uuid, text)'] loop
    execute format('revoke execute on function %s from public', fn);
    execute format('grant execute on function %s to lupa_app', fn);
    execute format('alter function %s owner to lupa_intake', fn);
  end loop;
  revoke execute on function join_filings(uuid, uuid, text) from public;
  alter function join_filings(uuid, uuid, text) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
