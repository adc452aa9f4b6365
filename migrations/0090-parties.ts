import { Migration } from '@mikro-orm/migrations'
import { contractorSeenByMine, inAudienceOfMine, myIds } from './rule.ts'

/** A number of ours in a stranger's mail counts when he names whom it concerns and does not pose as him. */
export class Parties extends Migration {
  override up() {
    this.addSql(`
-- That of 0014, which also tells the titles of the named cases, and what those whom cases and tax numbers concern are known by.
create or replace function named_facts(p_cases text[], p_tax_ids text[]) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ${myIds}
  numbers jsonb := '[]';
  tax_ids jsonb := '[]';
  concerned uuid[];
begin
  if cardinality(p_cases) > 0 then
    numbers := (select coalesce(jsonb_agg(jsonb_build_object('reference', k.reference, 'title', k.title, 'caseId', k.id, 'closed', k.closed_at is not null,
          'contractorIds', (select jsonb_agg(q.contractor_id order by q.is_first desc, q.contractor_id) from case_party q where q.case_file_id = k.id),
          'visible', ${inAudienceOfMine('k.audience_id')}) order by k.reference), '[]')
        from case_file k where k.reference = any(p_cases));
  end if;
  if cardinality(p_tax_ids) > 0 then
    tax_ids := (select coalesce(jsonb_agg(jsonb_build_object('nip', c.nip, 'contractorId', c.id, 'visible', ${contractorSeenByMine('c')}) order by c.nip, c.id), '[]')
        from contractor c where c.nip is not null and c.nip = any(p_tax_ids));
  end if;
  concerned := array(select distinct x.id from (
      select (t->>'contractorId')::uuid as id from jsonb_array_elements(tax_ids) t
      union all select jsonb_array_elements_text(n->'contractorIds')::uuid from jsonb_array_elements(numbers) n) x limit 20);
  return jsonb_build_object('numbers', numbers, 'taxIds', tax_ids, 'parties', (
    select coalesce(jsonb_agg(jsonb_build_object('contractorId', c.id, 'name', c.name, 'nip', c.nip,
        'people', array(select p.name from person p where p.contractor_id = c.id limit 50),
        'addresses', array(select a.value from address a where a.contractor_id = c.id limit 100)) order by c.id), '[]')
      from contractor c where c.id = any(concerned)));
end $$;
`)
  }
}
