import { Migration } from '@mikro-orm/migrations'

/**
 * A lookup in one round trip. Whose file the pane will show is decided by the service, which needs the facts first; but
 * nearly always the addresses of a mail belong to one contractor alone, or it was chosen before, or the mail lies in its file. So that file comes along
 * with the facts, and only where the decision names another, or a case that is not among the open ones, it is asked again.
 */
export class OneTripLookups extends Migration {
  override up() {
    this.addSql(`
-- Facts for the decision, where the mail lies, and the file that the decision will most likely name; all under the
-- caller's rights. The parameters of named_facts are asked about only when there are any, a thread only when it is given.
create function pane_lookup(p_addresses text[], p_references text[], p_sender text, p_message_id text, p_cases text[], p_tax_ids text[],
    p_thread text, p_contractor uuid, p_before timestamptz, p_limit int) returns json
  language plpgsql stable as $$
declare
  facts jsonb := filing_facts(p_addresses, p_references, p_sender, null);
  filed json := pane_filed(p_message_id, p_sender);
  chosen uuid;
  guess uuid := p_contractor;
begin
  if p_thread <> '' then
    chosen := (select t.contractor_id from thread_choice t join contractor c on c.id = t.contractor_id
      where t.user_id = me() and t.thread = p_thread);
  end if;
  guess := coalesce(guess, chosen);
  -- They are in the order of their values; where the first and the last are the same contractor's, mostly all are.
  if guess is null and (facts #>> '{addresses,0,visible}')::bool
     and facts #>> '{addresses,0,contractorId}' = facts #>> '{addresses,-1,contractorId}' then
    guess := (facts #>> '{addresses,0,contractorId}')::uuid;
  elsif guess is null and facts -> 'addresses' = '[]' then
    guess := (filed #>> '{0,contractorId}')::uuid;
  end if;
  return json_build_object('facts', facts, 'chosen', chosen, 'filed', filed,
    'freeMail', (select s.value from company_setting s where s.key = 'filing-free-mail'),
    'named', case when cardinality(p_cases) + cardinality(p_tax_ids) > 0 then named_facts(p_cases, p_tax_ids) end,
    'guess', guess,
    'file', case when guess is not null then pane_file(guess, '{}', '{}') end,
    'bundle', case when guess is not null then
      file_rows(guess, null, null, null, '-infinity', p_before, '00000000-0000-0000-0000-000000000000', p_limit) end);
end $$;
`)
  }
}
