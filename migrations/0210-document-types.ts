import { Migration } from '@mikro-orm/migrations'

/**
 * The types of documents: those that come with the product, and the company's own. The key of a type is what document.type
 * and item.kind say, so every list and filter takes an own type as it takes the others.
 */
export class DocumentTypes extends Migration {
  override up() {
    this.addSql(`
create table document_type (
  key text primary key default 'own-' || left(md5(gen_random_uuid()::text), 8),
  -- Null where the product's own word is meant, in the language of the reader.
  name_pl text check (length(name_pl) between 1 and 60),
  name_en text check (length(name_en) between 1 and 60),
  icon text not null check (length(icon) between 1 and 40),
  colour text not null check (length(colour) between 1 and 20),
  -- Words by which a document is known; one that ends with * stands for all words that begin so.
  words text[] not null default '{}' check (cardinality(words) <= 100),
  is_built_in boolean not null default false,
  hidden_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  check (is_built_in or name_pl is not null and name_en is not null),
  check (is_built_in or key like 'own-%')
);
insert into document_type (key, icon, colour, is_built_in) values
  ('invoice', 'receipt', 'amber', true), ('order', 'cart', 'amber', true), ('offer', 'percent', 'amber', true),
  ('contract', 'pen', 'teal', true), ('protocol', 'clipboard', 'teal', true), ('document', 'file', 'teal', true);

alter table document_type enable row level security;
alter table document_type force row level security;
-- Their names stand at everybody's documents; administrators keep them, and nobody takes one away that documents may bear.
grant select on document_type to lupa_app;
grant insert (name_pl, name_en, icon, colour, words) on document_type to lupa_app;
grant update (name_pl, name_en, icon, colour, words, hidden_at) on document_type to lupa_app;
create policy signed_in on document_type for select to lupa_app using ((select me()) is not null);
create policy admin_adds on document_type for insert to lupa_app with check ((select am_admin()));
create policy admin_changes on document_type for update to lupa_app using ((select am_admin())) with check ((select am_admin()));
grant select on document_type to lupa_intake;
create policy intake on document_type for select to lupa_intake using (true);

-- Words as they are compared: small letters without accents, one blank between them and around all.
create function plain_name(p text) returns text language sql stable parallel safe
  return ' ' || trim(regexp_replace(lower(unaccent(regexp_replace(coalesce(p, ''), '([a-ząćęłńóśźż])([A-ZĄĆĘŁŃÓŚŹŻ])', '\\1 \\2', 'g'))), '[^a-z0-9]+', ' ', 'g')) || ' ';

-- The type whose word stands first in a text, as far as the administrators gave it words; of two there the longer one.
create function type_by_words(p_text text) returns text language sql stable parallel safe
  return (select t.key from document_type t cross join unnest(t.words) w
           cross join lateral (select rtrim(plain_name(w)) || case when w like '%*' then '' else ' ' end as needle) n
           cross join lateral (select position(n.needle in plain_name(p_text)) as at) p
           where t.hidden_at is null and length(n.needle) > 2 and p.at > 0
           order by p.at, length(n.needle) desc, t.key limit 1);

-- Gives a document the type that the administrators' words name: those in its beginning, then those in its name; a hidden
-- type is given to nothing. A person's word and a structured invoice stay what they are.
create function recognise_document(p_document uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  d document;
  meant text;
begin
  if not exists (select from document_type t where t.words <> '{}' or t.hidden_at is not null) then return; end if;
  select * into d from document where id = p_document and not type_by_hand;
  if not found or d.media_type ~ '[/+]xml$' and d.type in ('invoice', 'order', 'offer') then return; end if;
  meant := coalesce(
    (select type_by_words(left(b.text, 500)) from blob_text b where b.blob_hash = d.blob_hash and d.text_state <> 'waiting'),
    type_by_words(regexp_replace(d.name, '\\.\\w{1,5}$', '')),
    (select 'document' from document_type t where t.key = d.type and t.hidden_at is not null),
    d.type);
  if meant = d.type then return; end if;
  update document set type = meant where id = p_document;
  update item set kind = meant where object_id = p_document;
end $$;

-- By its name as soon as it is filed, by its words as soon as they are read.
create function recognise_filed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform recognise_document(new.object_id);
  return null;
end $$;
create function recognise_read() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform recognise_document(new.id);
  return null;
end $$;
create trigger document_filed after insert on item for each row
  when (new.kind not in ('mail-in', 'mail-out', 'call', 'meeting', 'task', 'note')) execute function recognise_filed();
create trigger document_read after update of text_state on document for each row
  when (new.text_state <> 'waiting' and old.text_state is distinct from new.text_state) execute function recognise_read();

do $$
declare f text;
begin
  grant create on schema public to lupa_intake;
  foreach f in array array['recognise_document(uuid)', 'recognise_filed()', 'recognise_read()'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
