import { Migration } from '@mikro-orm/migrations'
import { contractorSeenByMine, heldAmong, inAudienceOfMine, myIds } from './rule.ts'

/**
 * Lookups of small statements. To set up a plan costs some six microseconds for each of its nodes, and the rule written
 * out has ten of them; so the rule is asked once for all contractors, audiences and cases in question, and what reads its
 * answer is small. A page is made in one walk, which ends as soon as the page is full.
 */
export class LightLookups extends Migration {
  override up() {
    this.addSql(`
-- Those of these contractors that I see. Mostly I stand in their own audiences, so that is asked first.
create function seen_contractors(p_contractors uuid[]) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ${myIds}
  many constant int := 200;
  asked uuid[];
  seen uuid[];
  circles uuid[];
  held uuid[];
begin
  select array_agg(c.id), coalesce(array_agg(c.id) filter (where (
      select true from audience_member m where m.audience_id = c.audience_id and m.principal_id = any(my_ids) limit 1)), '{}')
    into asked, seen from contractor c where c.id = any(p_contractors);
  if asked is null or cardinality(seen) = cardinality(asked) then return seen; end if;
  -- Whoever sees a case of a contractor sees the contractor.
  circles := array(
    select c.audience_id from contractor c where c.id = any(asked)
    union all (
    select k.audience_id from case_party p join case_file k on k.id = p.case_file_id where p.contractor_id = any(asked) limit many));
  held := ${heldAmong('circles')};
  seen := array(select c.id from contractor c where c.id = any(asked) and (c.audience_id = any(held) or (
    select true from case_party p join case_file k on k.id = p.case_file_id where p.contractor_id = c.id and k.audience_id = any(held) limit 1)));
  if cardinality(seen) = cardinality(asked) or cardinality(circles) < many then return seen; end if;
  return array(select c.id from contractor c where c.id = any(asked) and (c.id = any(seen) or ${contractorSeenByMine('c')}));
end $$;

drop function history_facts(text, uuid);
-- That of 0067, for filing_facts alone, which tells what contractors it has judged already, and which of them I see.
create function history_facts(p_address text, p_message uuid, p_judged uuid[], p_seen uuid[]) returns jsonb
  language plpgsql stable as $$
declare
  ${myIds}
  mails uuid[] := array(
    select a.message_id from message_address a where a.address = p_address and a.message_id is distinct from p_message
     order by a.seen_at desc limit 20);
  mail_of uuid[];
  file_of uuid[];
  case_of uuid[];
  files uuid[];
  cases uuid[];
  open_cases uuid[];
  total int;
begin
  if cardinality(mails) = 0 then return '[]'; end if;
  select array_agg(i.object_id), array_agg(i.contractor_id), array_agg(f.case_file_id), array_agg(distinct i.contractor_id)
    into mail_of, file_of, case_of, files from item i join filing f on f.item_id = i.id where i.object_id = any(mails);
  if files is null then return '[]'; end if;
  files := case when files <@ p_judged then p_seen else seen_contractors(files) end;
  select array_agg(k.id), array_agg(k.id) filter (where k.closed_at is null) into cases, open_cases
    from case_file k where k.id = any(case_of) and ${inAudienceOfMine('k.audience_id')};
  select count(distinct p.mail) into total from unnest(mail_of, file_of, case_of) p(mail, file, kase)
   where p.file = any(files) and (p.kase is null or p.kase = any(cases));
  return (
    select coalesce(jsonb_agg(jsonb_build_object('contractorId', n.file, 'caseId', n.kase, 'count', n.amount, 'total', total)
        order by n.kase is null, n.amount desc, n.file), '[]')
      from (
        select p.file, p.kase, count(distinct p.mail) as amount from unnest(mail_of, file_of, case_of) p(mail, file, kase)
         where p.file = any(files) and (p.kase is null or p.kase = any(cases))
         group by grouping sets ((p.file), (p.file, p.kase)) having grouping(p.kase) = 1 or p.kase = any(open_cases)
         order by amount desc limit 6) n);
end $$;

-- One page of rows, column by column: an object for each row costs four times as much, and what holds no blank is joined
-- by blanks, which costs half of a list. Chips are the cases of each item, joined by commas.
create type item_page as (id text, kind json, object_id text, contractor_id text, occurred_at text, title json, snippet json, who json,
  has_attachment text, case_ids text, contractors uuid[], has_own_title bool, amount int);

-- A page with the titles that its filings give it, and with the contractors and cases that it names, each once and only
-- when I may see it. For the functions below: they have judged the items, and nobody else may say what he holds.
create function named_page(p_page item_page, p_held uuid[]) returns json language plpgsql stable as $$
declare
  my_ids uuid[];
  case_ids uuid[];
  unsure bool;
  contractors json;
  cases json;
begin
  if p_page.has_own_title then
    ${readMyIds}
    p_page.title := (select json_agg(t.title) from (
      select case when i.has_own_title then coalesce((select max(f.title) from filing f where f.item_id = i.id and ${inAudienceOfMine('f.audience_id')}), i.title)
                  else i.title end as title
        from unnest(string_to_array(p_page.id, ' ')::uuid[]) with ordinality u(id, n) join item i on i.id = u.id order by u.n) t);
  end if;

  select json_agg(json_build_object('id', c.id, 'name', c.name)), bool_or(not c.audience_id = any(p_held)) into contractors, unsure
    from contractor c where c.id = any(p_page.contractors);
  if unsure then
    ${readMyIds}
    contractors := (select json_agg(json_build_object('id', c.id, 'name', c.name))
      from contractor c where c.id = any(p_page.contractors) and (c.audience_id = any(p_held) or ${contractorSeenByMine('c')}));
  end if;

  case_ids := string_to_array(trim(regexp_replace(p_page.case_ids, '[ ,]+', ',', 'g'), ','), ',')::uuid[];
  if cardinality(case_ids) > 0 then
    select json_agg(json_build_object('id', k.id, 'reference', k.reference, 'title', k.title) order by k.reference), bool_or(not k.audience_id = any(p_held))
      into cases, unsure from case_file k where k.id = any(case_ids);
    if unsure then
      ${readMyIds}
      cases := (select json_agg(json_build_object('id', k.id, 'reference', k.reference, 'title', k.title) order by k.reference)
        from case_file k where k.id = any(case_ids) and (k.audience_id = any(p_held) or ${inAudienceOfMine('k.audience_id')}));
    end if;
  end if;
  return json_build_object('contractors', coalesce(contractors, '[]'), 'cases', coalesce(cases, '[]'), 'rows', json_build_object(
    'id', p_page.id, 'kind', p_page.kind, 'objectId', p_page.object_id, 'contractorId', p_page.contractor_id, 'occurredAt', p_page.occurred_at,
    'title', p_page.title, 'snippet', p_page.snippet, 'who', p_page.who, 'hasAttachment', p_page.has_attachment, 'caseIds', p_page.case_ids));
end $$;

-- That of 0026: rows of these items in the order given.
create or replace function rows_for(p_ids uuid[], p_chips text[], p_held uuid[]) returns json language plpgsql stable as $$
declare
  page item_page;
begin
  select ${columns('p')} into page
    from (select u.chip, i.* from unnest(p_ids, p_chips) with ordinality u(id, chip, n) join item i on i.id = u.id order by u.n) p;
  return named_page(page, p_held);
end $$;

-- That of 0026. The newest items are walked until the page is full, and made into rows in the same breath.
create or replace function file_rows(p_contractor uuid, p_case uuid, p_kinds text[], p_attachment boolean,
    p_from timestamptz, p_before timestamptz, p_before_id uuid, p_limit int)
  returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  few constant int := 4;
  walk constant int := p_limit * 5 / 4 + 4;
  ${myIds}
  audiences uuid[] := array(select f.principal_id from file_principal f where f.contractor_id = p_contractor and f.is_audience);
  held uuid[] := ${heldAmong('audiences')} || array(
    select f.principal_id from file_principal f where f.contractor_id = p_contractor and f.principal_id = any(my_ids));
  page item_page;
  ids uuid[];
  chips text[];
begin
  if cardinality(held) > few and p_case is null and p_kinds is null and p_attachment is null then
    select ${columns('p')} into page from (
      select * from (
        select i.*, ${chipOf('i.id')} as chip from item i
         where i.contractor_id = p_contractor and i.occurred_at >= p_from and (i.occurred_at, i.id) < (p_before, p_before_id)
         order by i.occurred_at desc, i.id desc limit walk) w
       where w.chip is not null limit p_limit) p;
    if page.amount = p_limit or (
      select count(*) from (
        select from item i where i.contractor_id = p_contractor and i.occurred_at >= p_from and (i.occurred_at, i.id) < (p_before, p_before_id)
         limit walk) w) < walk then
      return named_page(page, held);
    end if;
  end if;
  if p_case is not null then
    ${merge(
      'unnest(held) p',
      `a.case_file_id = p_case and a.principal_id = p and a.contractor_id = p_contractor and (p_kinds is null or a.kind = any(p_kinds))`,
    )}
    -- Its rows show the other cases of an item too.
    chips := array(select ${chipOf('u.id')} from unnest(ids) with ordinality u(id, n) order by u.n);
  elsif p_kinds is not null then
    ${merge('unnest(held) p cross join unnest(p_kinds) k', 'a.contractor_id = p_contractor and a.principal_id = p and a.kind = k')}
  else
    ${merge('unnest(held) p', 'a.contractor_id = p_contractor and a.principal_id = p')}
  end if;
  return rows_for(ids, chips, held);
end $$;

-- That of 0072: each contractor is judged once, and a contractor's cases are looked at only when I see it. Beside each address
-- stands whose it is, when I see that.
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
  met uuid[];
  seen uuid[];
  unsure uuid[];
  open_cases jsonb;
  addresses jsonb := '[]';
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
  select array_agg(distinct a.contractor_id) into met from address a
   where a.value = any(p_addresses || domains) and a.is_domain = (a.value = any(domains));
  if met is not null then
    -- Suggested to the one who asks, so of his cases only. Whoever sees a case of a contractor sees the contractor.
    select jsonb_object_agg(s.id, s.open_cases), array_agg(s.id) filter (where s.open_cases is not null), array_agg(s.id) filter (where s.open_cases is null)
      into open_cases, seen, unsure from (
        select m.id, (select jsonb_agg(jsonb_build_object('id', o.id, 'reference', o.reference)) from (
            select k.id, k.reference from case_party q join case_file k on k.id = q.case_file_id
             where q.contractor_id = m.id and k.closed_at is null and ${inAudienceOfMine('k.audience_id')} limit 2) o) as open_cases
          from unnest(met) m(id) offset 0) s;
    if unsure is not null then seen := seen || seen_contractors(unsure); end if;
    addresses := (
      select jsonb_agg(jsonb_build_object('value', a.value, 'isDomain', a.is_domain, 'contractorId', a.contractor_id, 'visible', s.id is not null,
          'openCases', coalesce(nullif(open_cases -> s.id::text, 'null'), '[]'), 'name', s.name, 'nip', s.nip, 'city', s.city, 'person', p.name)
          order by a.value, a.contractor_id)
        from address a left join contractor s on s.id = a.contractor_id and s.id = any(seen) left join person p on p.id = a.person_id and s.id is not null
       where a.value = any(p_addresses || domains) and a.is_domain = (a.value = any(domains)));
  end if;
  -- One known contractor without a choice of cases leaves nothing to guess.
  if jsonb_array_length(addresses) <> 1 or jsonb_array_length(addresses #> '{0,openCases}') > 1 then
    outsider := (select u.a from unnest(p_addresses) with ordinality u(a, n) where not u.a = any(own) order by u.n limit 1);
    if outsider is not null then history := history_facts(outsider, p_message, coalesce(met, '{}'), coalesce(seen, '{}')); end if;
  end if;
  return jsonb_build_object(
    'me', (select u.email from app_user u where u.id = me()), 'own', to_jsonb(own),
    'filed', filed, 'never', never, 'threads', threads, 'neverInThread', never_in_thread, 'addresses', addresses, 'history', history);
end $$;

drop function pane_matches(text[], text[]);

-- That of 0012: where the mail of this Message-ID lies, as far as I see it. A Message-ID can be forged: the sender must be the same.
create or replace function pane_filed(p_message_id text, p_sender text) returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ${myIds}
  places uuid[] := array(
    select i.id from message m join item i on i.object_id = m.id
     where m.message_id = p_message_id and (p_sender = '' or exists (
       select from message_address s where s.message_id = m.id and s.role = 'from' and s.address = p_sender)));
  files uuid[];
  seen uuid[];
  audiences uuid[];
  held uuid[];
begin
  -- Most mails on screen are not filed anywhere.
  if cardinality(places) = 0 then return '[]'; end if;
  audiences := array(
    select a.principal_id from item_access a where a.item_id = any(places)
    union all
    select f.audience_id from filing f where f.item_id = any(places)
    union all
    select k.audience_id from filing f join case_file k on k.id = f.case_file_id where f.item_id = any(places)
    union all
    select c.audience_id from item i join contractor c on c.id = i.contractor_id where i.id = any(places));
  held := ${heldAmong('audiences')} || my_ids;
  select array_agg(distinct a.item_id), array_agg(distinct a.contractor_id) into places, files
    from item_access a where a.item_id = any(places) and (a.principal_id = any(held)) is true;
  if places is null then return '[]'; end if;
  -- Whoever sees a case of a contractor sees the contractor, and mostly that is the case where the mail lies.
  seen := array(
    select c.id from contractor c where c.id = any(files) and c.audience_id = any(held)
    union
    select q.contractor_id from filing f join case_file k on k.id = f.case_file_id join case_party q on q.case_file_id = k.id
     where f.item_id = any(places) and k.audience_id = any(held));
  if not files <@ seen then seen := seen_contractors(files); end if;
  return (select coalesce(json_agg(f), '[]') from (
    select i.id as "itemId", c.id as "contractorId", c.name as "contractorName", c.nip, c.city, k.id as "caseId", k.reference as "caseReference",
           u.name as by, iso(coalesce(f.filed_at, g.granted_at)) as at, coalesce(f.method, 'hand') as method,
           case when f.case_file_id is not null and k.id is null then '' else coalesce(f.evidence, '') end as evidence,
           coalesce(f.comment, g.comment) as comment
      from item i join contractor c on c.id = i.contractor_id
      left join filing f on f.item_id = i.id and f.audience_id = any(held)
      left join case_file k on k.id = f.case_file_id and k.audience_id = any(held)
      left join item_grant g on g.item_id = i.id and g.principal_id = me() and f.id is null
      left join app_user u on u.id = coalesce(f.filed_by, g.granted_by)
     where i.id = any(places) and c.id = any(seen)
     order by f.filed_at, i.id limit 50) f);
end $$;

-- That of 0012: what the pane shows of one contractor beside its timeline, and names for the suggestions; only what I may see.
create or replace function pane_file(p_contractor uuid, p_contractors uuid[], p_cases uuid[]) returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ${myIds}
  seen uuid[];
  unsure uuid[];
  contractors json;
  cases json;
  open_cases json;
  audience json;
  circle uuid;
  people uuid[];
begin
  if array_length(array_remove(p_cases, null), 1) > 0 then
    cases := (select json_agg(json_build_object('id', k.id, 'reference', k.reference, 'title', k.title))
       from case_file k where k.id = any(p_cases) and ${inAudienceOfMine('k.audience_id')});
  end if;
  if p_contractor is not null then
    open_cases := (select json_agg(o) from (
       select k.id, k.reference, k.title, k.contractor_id as "contractorId", k.manager_id as "managerId", iso(k.opened_at) as "openedAt", null as "closedAt"
         from (
           select own.* from case_file own where own.contractor_id = p_contractor and own.closed_at is null
           union all
           select other.* from case_party p join case_file other on other.id = p.case_file_id
            where p.contractor_id = p_contractor and not p.is_first and other.closed_at is null
           order by opened_at desc, id desc) k
        where ${inAudienceOfMine('k.audience_id')}
        order by k.opened_at desc, k.id desc limit 20) o);
  end if;
  -- Whoever sees a case of a contractor sees the contractor.
  if open_cases is not null then seen := array[p_contractor]; end if;
  unsure := array(select distinct c.id from unnest(p_contractors || p_contractor) c(id) where c.id is not null and (c.id = any(seen)) is not true);
  if cardinality(unsure) > 0 then seen := seen || seen_contractors(unsure); end if;
  contractors := (select json_agg(json_build_object('id', c.id, 'name', c.name, 'nip', c.nip, 'city', c.city)) from contractor c where c.id = any(seen));
  if p_contractor = any(seen) then
    circle := (select c.audience_id from contractor c where c.id = p_contractor and ${inAudienceOfMine('c.audience_id')});
    people := array(select a.principal_id from audience_member a where a.audience_id = circle and not a.is_audience);
    audience := (select json_agg(json_build_object('id', v.id, 'name', v.name, 'isGroup', v.is_group)) from (
       select v.id, v.name, v.is_group from (
         select u.id, u.name, false as is_group from app_user u where u.id = any(people)
         union all
         select g.id, g.name, true from app_group g where g.id = any(people)) v order by v.is_group desc, v.name limit 30) v);
  end if;
  return json_build_object('contractors', coalesce(contractors, '[]'), 'cases', coalesce(cases, '[]'),
    'openCases', coalesce(open_cases, '[]'), 'audience', coalesce(audience, '[]'));
end $$;

do $$
begin
  grant create on schema public to lupa_reader;
  revoke execute on function seen_contractors(uuid[]), named_page(item_page, uuid[]) from public;
  alter function seen_contractors(uuid[]) owner to lupa_reader;
  alter function named_page(item_page, uuid[]) owner to lupa_reader;
  grant execute on function seen_contractors(uuid[]) to lupa_intake;
  revoke create on schema public from lupa_reader;
  grant create on schema public to lupa_intake;
  revoke execute on function history_facts(text, uuid, uuid[], uuid[]) from public;
  alter function history_facts(text, uuid, uuid[], uuid[]) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}

const readMyIds = 'my_ids := array(select m.principal_id from membership m where m.user_id = me());'

/** An `item_page` of these rows, which are in their order and have their chips. */
function columns(row: string): string {
  return `string_agg(${row}.id::text, ' '), json_agg(${row}.kind), string_agg(${row}.object_id::text, ' '),
         string_agg(${row}.contractor_id::text, ' '), string_agg(date_part('epoch', ${row}.occurred_at)::text, ' '),
         json_agg(${row}.title), json_agg(${row}.snippet), json_agg(${row}.who),
         string_agg(case when ${row}.has_attachment then '1' else '0' end, ''),
         string_agg(${row}.chip, ' '), array_agg(${row}.contractor_id), bool_or(${row}.has_own_title), count(*)`
}

/**
 * The cases (empty for none), joined by commas, by which an item is there for one of the principals in `held`; null when
 * I do not see it. Written so that no index takes the principals: sorting them for each item costs ten times the two rows
 * that it has.
 */
function chipOf(item: string): string {
  return `(select string_agg(coalesce(a.case_file_id::text, ''), ',') from item_access a where a.item_id = ${item} and (a.principal_id = any(held)) is true)`
}

/**
 * The first items of the page and their cases, merged over principals. An item of the page is among the first of each
 * principal that it has, once for each, so its cases are complete.
 */
function merge(principals: string, place: string): string {
  return `select array_agg(x.item_id), array_agg(x.chip) into ids, chips from (
      select y.item_id, coalesce(string_agg(y.case_file_id::text, ','), '') as chip from ${principals} cross join lateral (
        select a.item_id, a.occurred_at, a.case_file_id from item_access a
         where ${place} and (p_attachment is null or a.has_attachment = p_attachment)
           and a.occurred_at >= p_from and (a.occurred_at, a.item_id) < (p_before, p_before_id)
         order by a.occurred_at desc, a.item_id desc limit p_limit) y
       group by y.item_id, y.occurred_at order by y.occurred_at desc, y.item_id desc limit p_limit) x;`
}
