import { Migration } from '@mikro-orm/migrations'

/**
 * Storing and filing beside the policies: a mail may be known, or filed where the caller must not look, and
 * neither may show. The functions run as lupa_intake, check the caller's rights by holds(), and answer with ids only.
 */
export class Intake extends Migration {
  override up() {
    this.addSql(`
create function is_own(p_address text) returns boolean language plpgsql stable as $$
begin
  return exists (select from own_address o where o.value in (p_address, split_part(p_address, '@', 2)) and o.is_domain = (o.value <> p_address));
end $$;

-- Whether I see a contractor at all: the whole file, or a case of it.
create function may_see_contractor(p uuid) returns boolean language plpgsql stable as $$
begin
  return coalesce((select holds(c.audience_id) from contractor c where c.id = p), false) or sees_case_of(p);
end $$;

-- A fresh audience of these users and groups, of me, and of whoever another audience (that I hold) lets in.
create function create_audience(p_principals uuid[], p_follows uuid) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare fresh uuid;
begin
  if p_follows is not null and not holds(p_follows) then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into audience default values returning id into fresh;
  insert into audience_member (audience_id, principal_id)
    select fresh, p from (select unnest(p_principals) p union select me()) x
     where p is not null and (exists (select from app_user u where u.id = p) or exists (select from app_group g where g.id = p));
  if p_follows is not null then
    insert into audience_member (audience_id, principal_id, is_audience) values (fresh, p_follows, true);
  end if;
  return fresh;
end $$;

-- Who stands in an audience from now on. Touches its own rows only, however many items it covers.
create function change_audience(p_audience uuid, p_principals uuid[], p_follows uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  -- Whoever looks after the file or case stays in, and so does the one who changes it.
  kept uuid[] := p_principals || me() || array(
    select c.manager_id from contractor c where c.audience_id = p_audience and c.manager_id is not null
    union all select k.manager_id from case_file k where k.audience_id = p_audience and k.manager_id is not null);
begin
  if not holds(p_audience) or (p_follows is not null and not holds(p_follows)) then
    raise exception 'not-found' using errcode = 'LU404';
  end if;
  -- A null among the kept ones would keep everybody.
  delete from audience_member m where m.audience_id = p_audience and not coalesce(m.principal_id = any(kept), false)
     and m.principal_id is distinct from p_follows;
  insert into audience_member (audience_id, principal_id)
    select p_audience, p from (select distinct unnest(kept) p) x
     where p is not null and (exists (select from app_user u where u.id = p) or exists (select from app_group g where g.id = p))
    on conflict do nothing;
  if p_follows is not null then
    insert into audience_member (audience_id, principal_id, is_audience) values (p_audience, p_follows, true) on conflict do nothing;
  end if;
end $$;

-- Who an audience lets in, by name of user or group. For those who hold it.
create function audience_members(p_audience uuid) returns table (id uuid, name text, is_group boolean, follows boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(u.id, g.id), coalesce(u.name, g.name), g.id is not null, m.follows
    from (select a.principal_id, false as follows from audience_member a where a.audience_id = p_audience and not a.is_audience
          union
          select b.principal_id, true from audience_member a join audience_member b on b.audience_id = a.principal_id
           where a.audience_id = p_audience and a.is_audience) m
    left join app_user u on u.id = m.principal_id
    left join app_group g on g.id = m.principal_id
   where holds(p_audience) and coalesce(u.id, g.id) is not null
   order by 3 desc, 2
$$;

create function next_reference(p_year int) returns text
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into case_counter (year, last) values (p_year, 1)
    on conflict (year) do update set last = case_counter.last + 1
    returning year || '/' || lpad(last::text, 4, '0')
$$;

-- Stores a message with its source and gives the caller his copy. Answers its id, direction and time, and never whether it was known.
create function store_message(p jsonb) returns jsonb
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  stored uuid;
  sender text := p #>> '{addresses,0,address}';
  way text := 'in';
begin
  if me() is null then raise exception 'not-signed-in' using errcode = 'LU401'; end if;
  insert into blob (hash, size) values (p->>'sourceHash', (p->>'sourceSize')::bigint) on conflict do nothing;
  if is_own(sender) then
    way := case when exists (select from jsonb_array_elements(p->'addresses') a
                              where a->>'role' in ('to', 'cc', 'bcc') and not is_own(a->>'address'))
           then 'out' else 'internal' end;
  end if;
  insert into message (message_id, fingerprint, subject, sent_at, received_at, occurred_at, direction, thread, in_reply_to,
                       snippet, has_attachment, auto_kind, marks, unreadable, differs)
    values (p->>'messageId', p->>'fingerprint', p->>'subject', (p->>'sentAt')::timestamptz, (p->>'receivedAt')::timestamptz,
            (p->>'occurredAt')::timestamptz, way, p->>'thread', p->>'inReplyTo', p->>'snippet', (p->>'hasAttachment')::boolean,
            p->>'autoKind', array(select jsonb_array_elements_text(p->'marks')), p->>'unreadable',
            p->>'messageId' is not null and exists (select from message m where m.message_id = p->>'messageId' and m.fingerprint <> p->>'fingerprint'))
    on conflict do nothing returning id into stored;
  if stored is not null then
    insert into message_address (message_id, role, position, name, address)
      select stored, a->>'role', (a->>'position')::int, a->>'name', a->>'address' from jsonb_array_elements(p->'addresses') a;
    insert into message_reference (message_id, position, reference)
      select stored, r.n, r.reference from jsonb_array_elements_text(p->'references') with ordinality r(reference, n);
    insert into blob (hash, size) select a->>'hash', (a->>'size')::bigint from jsonb_array_elements(p->'attachments') a on conflict do nothing;
    insert into attachment (message_id, position, name, type, size, blob_hash, document_type)
      select stored, (a->>'position')::int, a->>'name', a->>'type', (a->>'size')::bigint, a->>'hash', a->>'documentType'
        from jsonb_array_elements(p->'attachments') a;
  else
    select m.id into strict stored from message m
     where coalesce(m.message_id, '') = coalesce(p->>'messageId', '') and m.fingerprint = p->>'fingerprint';
  end if;
  insert into message_copy (message_id, owner_id, source_hash, door, mailbox_id, remote_id)
    values (stored, me(), p->>'sourceHash', p->>'door', (p->>'mailboxId')::uuid, p->>'remoteId') on conflict do nothing;
  return (select jsonb_build_object('id', m.id, 'direction', m.direction, 'occurredAt', iso(m.occurred_at)) from message m where m.id = stored);
end $$;

-- Everything that the decision about a message needs, whoever asks: the whole company's addresses, threads and decisions.
-- For the deciding code only; what it holds is never answered to a user.
create function filing_facts(p_addresses text[], p_references text[], p_sender text, p_message uuid) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return (select jsonb_build_object(
    'me', (select u.email from app_user u where u.id = me()),
    'own', coalesce((select jsonb_agg(a) from unnest(p_addresses) a where is_own(a)), '[]'),
    'filed', coalesce((select jsonb_agg(jsonb_build_object('contractorId', i.contractor_id, 'caseId', f.case_file_id, 'method', f.method,
          'visible', may_see_contractor(i.contractor_id) and (f.case_file_id is null or sees_case(f.case_file_id))))
        from item i join filing f on f.item_id = i.id where i.object_id = p_message), '[]'),
    'never', coalesce((select jsonb_agg(d.contractor_id) from decision d where d.message_id = p_message), '[]'),
    'threads', coalesce((select jsonb_agg(jsonb_build_object(
          'messageId', m.message_id, 'contractorId', i.contractor_id, 'caseId', f.case_file_id, 'caseReference', c.reference,
          'visible', f.case_file_id is not null and sees_case(f.case_file_id), 'caseClosed', c.closed_at is not null, 'sentByUs', m.direction = 'out', 'filedAt', f.filed_at,
          'hasSender', exists (select from message_address s where s.message_id = m.id and s.address = p_sender),
          'parties', (select coalesce(jsonb_agg(a.value), '[]') from address a where a.contractor_id = i.contractor_id
             and (a.value = any(p_addresses) or (a.is_domain and exists (select from unnest(p_addresses) x where split_part(x, '@', 2) = a.value)))))
          order by array_position(p_references, m.message_id) desc, f.filed_at)
        from message m join item i on i.object_id = m.id join filing f on f.item_id = i.id left join case_file c on c.id = f.case_file_id
       where m.message_id = any(p_references) and not m.differs), '[]'),
    'addresses', coalesce((select jsonb_agg(jsonb_build_object('value', a.value, 'isDomain', a.is_domain, 'contractorId', a.contractor_id,
          'visible', may_see_contractor(a.contractor_id),
          'openCases', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'reference', o.reference)), '[]')
             -- Suggested to the one who asks, so of his cases only.
             from (select c.id, c.reference from case_party q join case_file c on c.id = q.case_file_id
                    where q.contractor_id = a.contractor_id and c.closed_at is null and holds(c.audience_id) limit 2) o)) order by a.value, a.contractor_id)
        from address a
       where (not a.is_domain and a.value = any(p_addresses))
          or (a.is_domain and a.value = any(array(select distinct split_part(x, '@', 2) from unnest(p_addresses) x)))), '[]')));
end $$;
`)
  }
}
