import { Migration } from '@mikro-orm/migrations'
import { contractorSeenByMine, inAudienceOfMine, myIds } from './rule.ts'

/** Where the last mails with somebody lie: each contractor and each case is judged once, not once for each mail. */
export class LightHistory extends Migration {
  override up() {
    this.addSql(`
-- That of 0014: where the last mails with somebody lie, as far as I may see those places; of each contractor altogether, and of its open cases.
create or replace function history_facts(p_address text, p_message uuid) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ${myIds}
  mails uuid[] := array(select distinct l.message_id from (
    select a.message_id from message_address a where a.address = p_address and a.message_id is distinct from p_message
     order by a.seen_at desc limit 20) l);
begin
  if cardinality(mails) = 0 then return '[]'; end if;
  return (
    with placed as materialized (
      select distinct i.object_id, i.contractor_id, f.case_file_id as case_id
        from item i join filing f on f.item_id = i.id where i.object_id = any(mails)),
    files as materialized (
      select c.id from contractor c where c.id = any(array(select distinct p.contractor_id from placed p)) and ${contractorSeenByMine('c')}),
    cases as materialized (
      select k.id, k.closed_at is null as is_open from case_file k
       where k.id = any(array(select distinct p.case_id from placed p)) and ${inAudienceOfMine('k.audience_id')}),
    lain as materialized (
      select p.object_id, p.contractor_id, p.case_id, k.is_open
        from placed p join files c on c.id = p.contractor_id left join cases k on k.id = p.case_id where p.case_id is null or k.id is not null),
    counted as (
      select l.contractor_id, null::uuid as case_id, count(distinct l.object_id) as amount from lain l group by 1
      union all
      select l.contractor_id, l.case_id, count(*) from lain l where l.case_id is not null and l.is_open group by 1, 2)
    select coalesce(jsonb_agg(jsonb_build_object('contractorId', n.contractor_id, 'caseId', n.case_id, 'count', n.amount,
        'total', (select count(distinct l.object_id) from lain l)) order by n.case_id is null, n.amount desc, n.contractor_id), '[]')
      from (select * from counted order by amount desc limit 6) n);
end $$;
`)
  }
}
