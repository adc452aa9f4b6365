import { Migration } from '@mikro-orm/migrations'
import { contractorSeenByMine, inAudienceOfMine, myIds } from './rule.ts'

/**
 * What the whole order of the decision needs: how far a sender was believed, what a text names, domains near his, hand-made
 * choices in a thread, and where the last mails with a person lie.
 *
 * Company settings of filing: `filing-borders` (list of the authserv-ids of our mail border), `filing-tenant` (true: Exchange
 * Online is our border and its compauth counts), `filing-threshold` (score from 0 to 1 from which mere likelihood files).
 */
export class Decision extends Migration {
  override up() {
    this.addSql(`
-- Kept only where something was to say: null means that nobody vouched for the sender and nothing spoke against him.
alter table message add column trust text check (trust in ('pass', 'fail')), add column trust_why text;

-- The last mails with an address, without a walk over all of them.
alter table message_address add column seen_at timestamptz(3) not null default now();
create index message_address_lately on message_address (address, seen_at desc);
drop index message_address_address;

-- A domain as the eye reads it (without registry, hyphens and look-alike letters), and that less any one letter: two names
-- that are one slip apart have a key in common. skeletonOf in the deciding code folds in the same way.
create function near_keys(p_address text) returns text[] language sql immutable parallel safe as $$
  select case when length(s.name) < 4 then '{}'::text[]
              when length(s.name) < 5 then array[s.name]
              else s.name || array(select overlay(s.name placing '' from g for 1) from generate_series(1, length(s.name)) g) end
    from (select replace(replace(translate(replace(replace(replace(
             regexp_replace(regexp_replace(regexp_replace(p_address, '^.*@', ''), '([.](com|net|org|edu|gov|co|biz|info|waw))?[.][^.]+$', ''), '^.*[.]', ''),
             '-', ''), 'rn', 'm'), 'vv', 'w'), '1i0', 'llo'), '5', 's'), '-', '') as name) s
$$;
create index address_near on address using gin (near_keys(value));

-- Domains of contractors that I see, and our own, that this name could be taken for.
create function near_domains(p_name text) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  ${myIds}
begin
  return (select coalesce(jsonb_agg(distinct d.name), '[]') from (
    select regexp_replace(a.value, '^.*@', '') as name from (
        select n.value, n.contractor_id from address n where near_keys(n.value) && near_keys(p_name || '.x') limit 200) a
      join contractor c on c.id = a.contractor_id where ${contractorSeenByMine('c')}
    union select o.value from own_address o where o.is_domain and near_keys(o.value) && near_keys(p_name || '.x')) d);
end $$;

-- What a message names, whoever asks: cases by their references, contractors by their tax numbers. For the deciding code only.
create function named_facts(p_cases text[], p_tax_ids text[]) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ${myIds}
  numbers jsonb := '[]';
  tax_ids jsonb := '[]';
begin
  if cardinality(p_cases) > 0 then
    numbers := (select coalesce(jsonb_agg(jsonb_build_object('reference', k.reference, 'caseId', k.id, 'closed', k.closed_at is not null,
          'contractorIds', (select jsonb_agg(q.contractor_id order by q.is_first desc, q.contractor_id) from case_party q where q.case_file_id = k.id),
          'visible', ${inAudienceOfMine('k.audience_id')}) order by k.reference), '[]')
        from case_file k where k.reference = any(p_cases));
  end if;
  if cardinality(p_tax_ids) > 0 then
    tax_ids := (select coalesce(jsonb_agg(jsonb_build_object('nip', c.nip, 'contractorId', c.id, 'visible', ${contractorSeenByMine('c')}) order by c.nip, c.id), '[]')
        from contractor c where c.nip is not null and c.nip = any(p_tax_ids));
  end if;
  return jsonb_build_object('numbers', numbers, 'taxIds', tax_ids);
end $$;

-- Where the last mails with somebody lie, as far as I may see those places; of each contractor altogether, and of its open cases.
create function history_facts(p_address text, p_message uuid) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ${myIds}
  mails uuid[] := array(select distinct l.message_id from (
    select a.message_id from message_address a where a.address = p_address and a.message_id is distinct from p_message
     order by a.seen_at desc limit 20) l);
begin
  if cardinality(mails) = 0 then return '[]'; end if;
  return (
    with lain as materialized (
      select distinct i.object_id, i.contractor_id, k.id as case_id, k.closed_at is null as is_open
        from item i join contractor c on c.id = i.contractor_id join filing f on f.item_id = i.id left join case_file k on k.id = f.case_file_id
       where i.object_id = any(mails) and ${contractorSeenByMine('c')} and (k.id is null or ${inAudienceOfMine('k.audience_id')})),
    counted as (
      select l.contractor_id, null::uuid as case_id, count(distinct l.object_id) as amount from lain l group by 1
      union all
      select l.contractor_id, l.case_id, count(*) from lain l where l.case_id is not null and l.is_open group by 1, 2)
    select coalesce(jsonb_agg(jsonb_build_object('contractorId', n.contractor_id, 'caseId', n.case_id, 'count', n.amount,
        'total', (select count(distinct l.object_id) from lain l)) order by n.case_id is null, n.amount desc, n.contractor_id), '[]')
      from (select * from counted order by amount desc limit 6) n);
end $$;

-- Replaces that of 0012: hand-made choices in the thread and, where addresses alone do not settle it, the history.
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
          'messageId', m.message_id, 'contractorId', i.contractor_id, 'caseId', f.case_file_id, 'caseReference', c.reference,
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

-- Stores a message and answers all that the decision needs: what 0013's of the same name does, what the text names, our
-- settings, and for a sender whom nobody has in his file the domains that his could be taken for.
create function store_and_ask(p jsonb, p_addresses text[], p_references text[], p_sender text, p_cases text[], p_tax_ids text[], p_near text) returns jsonb
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  stored jsonb := store_message(p);
  facts jsonb := filing_facts(p_addresses, p_references, p_sender, (stored->>'id')::uuid);
  domain text := split_part(p_sender, '@', 2);
begin
  if cardinality(p_cases) + cardinality(p_tax_ids) > 0 then facts := facts || named_facts(p_cases, p_tax_ids); end if;
  return jsonb_build_object('stored', stored, 'facts', facts,
    'near', case when p_near is null or exists (
        select from jsonb_array_elements(facts->'addresses') a where a->>'value' in (p_sender, domain)) then '[]'
      else near_domains(p_near) end,
    'settings', (select coalesce(jsonb_object_agg(s.key, s.value), '{}') from company_setting s
      where s.key in ('filing-borders', 'filing-tenant', 'filing-threshold')));
end $$;

-- Remembers a verdict about the sender of a message that I have.
create function keep_trust(p_message uuid, p_trust text, p_why text) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if p_trust is null or not sees_message(p_message) then return; end if;
  update message set trust = p_trust, trust_why = p_why
   where id = p_message and (trust is distinct from p_trust or trust_why is distinct from p_why);
end $$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  foreach f in array array['near_domains(text)'::regprocedure, 'named_facts(text[], text[])', 'history_facts(text, uuid)',
      'store_and_ask(jsonb, text[], text[], text, text[], text[], text)', 'keep_trust(uuid, text, text)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  -- What they know is for the functions that ask for it.
  revoke execute on function near_domains(text), history_facts(text, uuid) from lupa_app;
  drop function store_and_ask(jsonb, text[], text[], text);
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
