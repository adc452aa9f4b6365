import { Migration } from '@mikro-orm/migrations'
import { contractorSeenByMine, heldByMine, inAudienceOfMine, myIds } from './rule.ts'

/** Taking mail in with fewer calls: storing answers the facts for the decision, filing answers what the caller may see of it. */
export class QuickIntake extends Migration {
  override up() {
    this.addSql(`
-- Where a message lies, as far as I see it.
create function items_of_message(p_message uuid) returns json
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  ${myIds}
begin
  return (select coalesce(json_agg(json_build_object('id', i.id, 'contractorId', i.contractor_id, 'caseId', f.case_file_id) order by i.created_at, i.id, f.filed_at), '[]')
    from item i join contractor c on c.id = i.contractor_id and ${contractorSeenByMine('c')}
    left join filing f on f.item_id = i.id and ${inAudienceOfMine('f.audience_id')}
   where i.object_id = p_message and (select true from item_access a where a.item_id = i.id and ${heldByMine('a.principal_id')} limit 1));
end $$;

create function store_and_ask(p jsonb, p_addresses text[], p_references text[], p_sender text) returns jsonb
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  stored jsonb := store_message(p);
begin
  return jsonb_build_object('stored', stored, 'facts', filing_facts(p_addresses, p_references, p_sender, (stored->>'id')::uuid));
end $$;

-- As file_all, and answers where the mail lies for the caller.
create function file_and_show(p_message uuid, p_entries jsonb) returns json
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform file_all(p_message, p_entries);
  return items_of_message(p_message);
end $$;

do $$
declare f text;
begin
  grant create on schema public to lupa_reader, lupa_intake;
  foreach f in array array['items_of_message', 'store_and_ask', 'file_and_show'] loop
    execute format('revoke execute on function %I from public', f);
    execute format('grant execute on function %I to lupa_app', f);
    execute format('alter function %I owner to %I', f, case f when 'items_of_message' then 'lupa_reader' else 'lupa_intake' end);
  end loop;
  grant execute on function items_of_message to lupa_intake;
  revoke create on schema public from lupa_reader, lupa_intake;
end $$;
`)
  }
}
