import { Migration } from '@mikro-orm/migrations'

/** A lookup tells of a filed mail how many attachments it has, and of how many the file has a document that came by mail. */
export class CountedAttachments extends Migration {
  override up() {
    this.addSql(`
-- Under the caller's rights, like the page of the item: a document that he does not see is none. Mail without attachments is left out.
create function counted_attachments(p_items uuid[]) returns json
  language sql stable as $$
  select coalesce(json_agg(json_build_object('itemId', i.id, 'all', n.total, 'kept', n.kept)), '[]')
    from item i cross join lateral (
      select count(*)::int as total, count(k.id)::int as kept
        from attachment a left join lateral (
          select o.id from document d join item o on o.object_id = d.id and o.contractor_id = d.contractor_id
           where d.contractor_id = i.contractor_id and d.blob_hash = a.blob_hash and d.uploaded_by is null limit 1) k on true
       where a.message_id = i.object_id) n
   where i.id = any(p_items) and n.total > 0
$$;

-- That of 0266, with the attachments of where the mail lies.
create or replace function pane_lookup(p_addresses text[], p_references text[], p_sender text, p_message_id text, p_cases text[], p_tax_ids text[],
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
    'attachments', case when json_array_length(filed) > 0 then
      counted_attachments(array(select (f ->> 'itemId')::uuid from json_array_elements(filed) f)) else '[]' end,
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
