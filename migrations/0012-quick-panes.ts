import { Migration } from '@mikro-orm/migrations'
import { contractorSeenByMine, heldByMine, inAudienceOfMine, myIds } from './rule.ts'

/**
 * What the pane asks beside the timeline, made by definers' functions for the reason of 0011: who takes part, where
 * the mail lies, what is open with them, and the facts for the decision.
 */
export class QuickPanes extends Migration {
  override up() {
    this.addSql(`
do $$
declare t text;
begin
  foreach t in array array['person', 'message', 'message_address', 'item_grant'] loop
    execute format('grant select on %I to lupa_reader', t);
    execute format('create policy reader on %I for select to lupa_reader using (true)', t);
  end loop;
end $$;

-- Contractors that own one of these addresses or domains, as far as I see them.
create function pane_matches(p_addresses text[], p_domains text[]) returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ${myIds}
begin
  return (
    with met as materialized (
      select a.value, a.is_domain, a.contractor_id, a.person_id from address a
       where a.value = any(p_addresses || p_domains) and a.is_domain = (a.value = any(p_domains))),
    seen as materialized (
      select c.id, c.name, c.nip, c.city from contractor c
       where c.id = any(array(select distinct m.contractor_id from met m)) and ${contractorSeenByMine('c')})
    select coalesce(json_agg(f), '[]') from (
      select m.value, m.is_domain as "isDomain", s.id, s.name, s.nip, s.city, p.name as person
        from met m join seen s on s.id = m.contractor_id left join person p on p.id = m.person_id
       order by m.value, s.name, s.id limit 50) f);
end $$;

-- Where the mail of this Message-ID lies, as far as I see it. A Message-ID can be forged: the sender must be the same.
create function pane_filed(p_message_id text, p_sender text) returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ${myIds}
  places uuid[] := array(
    select i.id from message m join item i on i.object_id = m.id
     where m.message_id = p_message_id and (p_sender = '' or exists (
       select from message_address s where s.message_id = m.id and s.role = 'from' and s.address = p_sender)));
begin
  -- Most mails on screen are not filed anywhere.
  if cardinality(places) = 0 then return '[]'; end if;
  return (select coalesce(json_agg(f), '[]') from (
    select i.id as "itemId", c.id as "contractorId", c.name as "contractorName", c.nip, c.city, k.id as "caseId", k.reference as "caseReference",
           u.name as by, iso(coalesce(f.filed_at, g.granted_at)) as at, coalesce(f.method, 'hand') as method,
           case when f.case_file_id is not null and k.id is null then '' else coalesce(f.evidence, '') end as evidence,
           coalesce(f.comment, g.comment) as comment
      from item i join contractor c on c.id = i.contractor_id and ${contractorSeenByMine('c')}
      left join filing f on f.item_id = i.id and ${inAudienceOfMine('f.audience_id')}
      left join case_file k on k.id = f.case_file_id and ${inAudienceOfMine('k.audience_id')}
      left join item_grant g on g.item_id = i.id and g.principal_id = me() and f.id is null
      left join app_user u on u.id = coalesce(f.filed_by, g.granted_by)
     where i.id = any(places) and (select true from item_access a where a.item_id = i.id and ${heldByMine('a.principal_id')} limit 1)
     order by f.filed_at, i.id limit 50) f);
end $$;

-- What the pane shows of one contractor beside its timeline, and names for the suggestions; only what I may see.
create function pane_file(p_contractor uuid, p_contractors uuid[], p_cases uuid[]) returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ${myIds}
begin
  return json_build_object(
    'contractors', (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'nip', c.nip, 'city', c.city)), '[]')
       from contractor c where c.id = any(p_contractors || p_contractor) and ${contractorSeenByMine('c')}),
    'cases', (select coalesce(json_agg(json_build_object('id', k.id, 'reference', k.reference, 'title', k.title)), '[]')
       from case_file k where k.id = any(p_cases) and ${inAudienceOfMine('k.audience_id')}),
    'openCases', (select coalesce(json_agg(o), '[]') from (
       select k.id, k.reference, k.title, k.contractor_id as "contractorId", k.manager_id as "managerId", iso(k.opened_at) as "openedAt", null as "closedAt"
         from (
           select own.* from case_file own where own.contractor_id = p_contractor and own.closed_at is null
           union all
           select other.* from case_party p join case_file other on other.id = p.case_file_id
            where p.contractor_id = p_contractor and not p.is_first and other.closed_at is null
           order by opened_at desc, id desc) k
        where ${inAudienceOfMine('k.audience_id')}
        order by k.opened_at desc, k.id desc limit 20) o),
    'audience', (select coalesce(json_agg(json_build_object('id', v.id, 'name', v.name, 'isGroup', v.is_group)), '[]') from (
       select coalesce(u.id, g.id) as id, coalesce(u.name, g.name) as name, g.id is not null as is_group
         from contractor c join audience_member a on a.audience_id = c.audience_id
         left join app_user u on u.id = a.principal_id left join app_group g on g.id = a.principal_id
        where c.id = p_contractor and ${inAudienceOfMine('c.audience_id')} and coalesce(u.id, g.id) is not null order by 3 desc, 2 limit 30) v));
end $$;

-- Replaces that of 0007: what I am is read once, each contractor is judged once, and what is not asked for is not looked up.
create or replace function filing_facts(p_addresses text[], p_references text[], p_sender text, p_message uuid) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ${myIds}
  domains text[] := array(select distinct split_part(x, '@', 2) from unnest(p_addresses) x);
  filed jsonb := '[]';
  never jsonb := '[]';
  threads jsonb := '[]';
  addresses jsonb;
begin
  if p_message is not null then
    filed := (select coalesce(jsonb_agg(jsonb_build_object('contractorId', i.contractor_id, 'caseId', f.case_file_id, 'method', f.method,
          'visible', ${contractorSeenByMine('c')} and (f.case_file_id is null or coalesce((
             select ${inAudienceOfMine('k.audience_id')} from case_file k where k.id = f.case_file_id), false)))), '[]')
        from item i join filing f on f.item_id = i.id join contractor c on c.id = i.contractor_id where i.object_id = p_message);
    never := (select coalesce(jsonb_agg(d.contractor_id), '[]') from decision d where d.message_id = p_message);
  end if;
  if cardinality(p_references) > 0 then
    threads := (select coalesce(jsonb_agg(jsonb_build_object(
          'messageId', m.message_id, 'contractorId', i.contractor_id, 'caseId', f.case_file_id, 'caseReference', c.reference,
          'visible', c.id is not null and ${inAudienceOfMine('c.audience_id')}, 'caseClosed', c.closed_at is not null, 'sentByUs', m.direction = 'out', 'filedAt', f.filed_at,
          'hasSender', exists (select from message_address s where s.message_id = m.id and s.address = p_sender),
          'parties', (select coalesce(jsonb_agg(a.value), '[]') from address a where a.contractor_id = i.contractor_id
             and a.value = any(p_addresses || domains) and a.is_domain = (a.value = any(domains))))
          order by array_position(p_references, m.message_id) desc, f.filed_at), '[]')
        from message m join item i on i.object_id = m.id join filing f on f.item_id = i.id left join case_file c on c.id = f.case_file_id
       where m.message_id = any(p_references) and not m.differs);
  end if;
  addresses := (
    with met as materialized (
      select a.value, a.is_domain, a.contractor_id from address a
       where a.value = any(p_addresses || domains) and a.is_domain = (a.value = any(domains))),
    known as materialized (
      select c.id, ${contractorSeenByMine('c')} as visible,
             -- Suggested to the one who asks, so of his cases only.
             (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'reference', o.reference)), '[]') from (
                select k.id, k.reference from case_party q join case_file k on k.id = q.case_file_id
                 where q.contractor_id = c.id and k.closed_at is null and ${inAudienceOfMine('k.audience_id')} limit 2) o) as open_cases
        from contractor c where c.id = any(array(select distinct m.contractor_id from met m)))
    select coalesce(jsonb_agg(jsonb_build_object('value', m.value, 'isDomain', m.is_domain, 'contractorId', m.contractor_id,
          'visible', k.visible, 'openCases', k.open_cases) order by m.value, m.contractor_id), '[]')
      from met m join known k on k.id = m.contractor_id);
  return jsonb_build_object(
    'me', (select u.email from app_user u where u.id = me()),
    'own', (select coalesce(jsonb_agg(a), '[]') from unnest(p_addresses) a where exists (
       select from own_address o where o.value in (a, split_part(a, '@', 2)) and o.is_domain = (o.value <> a))),
    'filed', filed, 'never', never, 'threads', threads, 'addresses', addresses);
end $$;

do $$
declare f text;
begin
  grant create on schema public to lupa_reader;
  foreach f in array array['pane_matches', 'pane_filed', 'pane_file'] loop
    execute format('revoke execute on function %I from public', f);
    execute format('grant execute on function %I to lupa_app', f);
    execute format('alter function %I owner to lupa_reader', f);
  end loop;
  revoke create on schema public from lupa_reader;
end $$;
`)
  }
}
