import { Migration } from '@mikro-orm/migrations'

/** A stored message can be decided again, when an address was added or a person asks for it, with the same question as at its arrival. */
export class AskAgain extends Migration {
  override up() {
    this.addSql(`
-- All that the decision about a message needs: the facts, what its text names, our settings, and for a sender whom
-- nobody has in his file the domains that his could be taken for.
create function ask_about(p_message uuid, p_addresses text[], p_references text[], p_sender text, p_cases text[], p_tax_ids text[], p_near text) returns jsonb
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  facts jsonb := filing_facts(p_addresses, p_references, p_sender, p_message);
begin
  if cardinality(p_cases) + cardinality(p_tax_ids) > 0 then facts := facts || named_facts(p_cases, p_tax_ids); end if;
  return jsonb_build_object('facts', facts,
    'near', case when p_near is null or exists (
        select from jsonb_array_elements(facts->'addresses') a where a->>'value' in (p_sender, split_part(p_sender, '@', 2))) then '[]'
      else near_domains(p_near) end,
    'settings', (select coalesce(jsonb_object_agg(s.key, s.value), '{}') from company_setting s
      where s.key in ('filing-borders', 'filing-tenant', 'filing-threshold')));
end $$;

create or replace function store_and_ask(p jsonb, p_addresses text[], p_references text[], p_sender text, p_cases text[], p_tax_ids text[], p_near text) returns jsonb
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  stored jsonb := store_message(p);
begin
  return jsonb_build_object('stored', stored)
    || ask_about((stored->>'id')::uuid, p_addresses, p_references, p_sender, p_cases, p_tax_ids, p_near);
end $$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function ask_about(uuid, text[], text[], text, text[], text[], text) from public;
  grant execute on function ask_about(uuid, text[], text[], text, text[], text[], text) to lupa_app;
  alter function ask_about(uuid, text[], text[], text, text[], text[], text) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
