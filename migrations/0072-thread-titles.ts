import { Migration } from '@mikro-orm/migrations'
import { contractorSeenByMine, inAudienceOfMine, myIds } from './rule.ts'

/** An answer under another subject is often about another matter, so the decision asks for the subject of what is answered. */
export class ThreadTitles extends Migration {
  override up() {
    this.addSql(`
-- That of 0014, which also tells the subject of each filed mail of the thread.
create or replace function filing_facts(p_addresses text[], p_references text[], p_sender text, p_message uuid) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ${myIds}
  domains text[] := array(select distinct split_part(x, '@', 2) from unnest(p_addresses) x);
  own text[] := array(select a from unnest(p_addresses) a where exists (
    select from own_address o where o.value in (a, split_part(a, '@', 2)) and o.is_domain = (o.value <> a)));
  filed jsonb := '[]';
  never jsonb := '[]';
  threads jsonb := '[]';
  never_in_thread jsonb := '[]';
  history jsonb := '[]';
  outsider text;
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
          'messageId', m.message_id, 'title', left(m.subject, 300), 'contractorId', i.contractor_id, 'caseId', f.case_file_id, 'caseReference', c.reference,
          'visible', case when f.case_file_id is null then ${contractorSeenByMine('o')} else ${inAudienceOfMine('c.audience_id')} end,
          'caseClosed', c.closed_at is not null, 'sentByUs', m.direction = 'out', 'filedAt', f.filed_at, 'byHand', f.method = 'hand',
          'hasSender', exists (select from message_address s where s.message_id = m.id and s.address = p_sender),
          'hasOutsider', exists (select from message_address s where s.message_id = m.id and s.address = any(p_addresses) and not s.address = any(own)),
          'parties', (select coalesce(jsonb_agg(a.value), '[]') from address a where a.contractor_id = i.contractor_id
             and a.value = any(p_addresses || domains) and a.is_domain = (a.value = any(domains))))
          order by array_position(p_references, m.message_id) desc, f.filed_at), '[]')
        from message m join item i on i.object_id = m.id join filing f on f.item_id = i.id join contractor o on o.id = i.contractor_id
        left join case_file c on c.id = f.case_file_id
       where m.message_id = any(p_references) and not m.differs and m.id is distinct from p_message);
    never_in_thread := (select coalesce(jsonb_agg(distinct d.contractor_id), '[]') from message m join decision d on d.message_id = m.id
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
  -- One known contractor without a choice of cases leaves nothing to guess.
  if jsonb_array_length(addresses) <> 1 or jsonb_array_length(addresses #> '{0,openCases}') > 1 then
    outsider := (select u.a from unnest(p_addresses) with ordinality u(a, n) where not u.a = any(own) order by u.n limit 1);
    if outsider is not null then history := history_facts(outsider, p_message); end if;
  end if;
  return jsonb_build_object(
    'me', (select u.email from app_user u where u.id = me()), 'own', to_jsonb(own),
    'filed', filed, 'never', never, 'threads', threads, 'neverInThread', never_in_thread, 'addresses', addresses, 'history', history);
end $$;
`)
  }
}
