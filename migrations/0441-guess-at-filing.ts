import { Migration } from '@mikro-orm/migrations'

/** What a document will be by the administrators' words can be asked before it is one, by the same rule. */
export class GuessAtFiling extends Migration {
  override up() {
    this.addSql(`
-- What a document is by the administrators' words: those in its beginning, then those in its name; a hidden type is given to
-- nothing, and a structured invoice stays what it is. Else what was guessed.
create function recognised_type(p_name text, p_media text, p_text text, p_type text) returns text
  language sql stable parallel safe
  return case when p_media ~ '[/+]xml$' and p_type in ('invoice', 'order', 'offer') then p_type else coalesce(
    type_by_words(left(p_text, 500)),
    type_by_words(regexp_replace(p_name, '\\.\\w{1,5}$', '')),
    (select 'document' from document_type t where t.key = p_type and t.hidden_at is not null),
    p_type) end;

-- That of 0210, whose rule stands above now. A person's word stays what it is.
create or replace function recognise_document(p_document uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  d document;
  meant text;
begin
  if not exists (select from document_type t where t.words <> '{}' or t.hidden_at is not null) then return; end if;
  select * into d from document where id = p_document and not type_by_hand;
  if not found then return; end if;
  meant := recognised_type(d.name, d.media_type,
    (select b.text from blob_text b where b.blob_hash = d.blob_hash and d.text_state <> 'waiting'), d.type);
  if meant = d.type then return; end if;
  update document set type = meant where id = p_document;
  update item set kind = meant where object_id = p_document;
end $$;
`)
  }
}
