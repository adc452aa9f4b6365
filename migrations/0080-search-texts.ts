import { Migration } from '@mikro-orm/migrations'

/**
 * The index holds basic forms and places of words from now on. They are made outside of the database; each row says by
 * which version of that, and what an older one made is made again in the background.
 */
export class SearchTexts extends Migration {
  override up() {
    this.addSql(`
alter table item_text add column analyser smallint not null default 0;
create index item_text_analyser on item_text (analyser, item_id);

-- What a mail says, once for all its items: finds are shown with the words around them.
create table message_text (
  message_id uuid primary key references message on delete cascade,
  body text not null
);

do $$
declare t text;
begin
  foreach t in array array['message_text'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to lupa_intake', t);
    execute format('create policy intake on %I to lupa_intake using (true) with check (true)', t);
    execute format('grant select on %I to lupa_reader', t);
    execute format('create policy reader on %I for select to lupa_reader using (true)', t);
  end loop;
  foreach t in array array['message_address', 'person', 'activity', 'document'] loop
    execute format('grant select on %I to lupa_reader', t);
    if not exists (select from pg_policies p where p.tablename = t and p.policyname = 'reader') then
      execute format('create policy reader on %I for select to lupa_reader using (true)', t);
    end if;
  end loop;
end $$;

-- Whoever writes words without saying by which analyser writes them as they stand; they are made anew.
create function plain_words() returns trigger language plpgsql as $$
begin
  new.analyser := 0;
  return new;
end $$;
create trigger item_text_plain before update of lexemes on item_text for each row
  when (new.lexemes is distinct from old.lexemes and new.analyser = old.analyser) execute function plain_words();

-- Puts the words of a mail into the index of all its items, and keeps its text. For the one whose mail it is, in the
-- transaction that files it; or for the house itself.
create function index_message(p_message uuid, p_body text, p_lexemes text, p_analyser int) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if me() is not null and not sees_message(p_message) then return; end if;
  insert into message_text (message_id, body) values (p_message, p_body) on conflict do nothing;
  update item_text t set lexemes = p_lexemes::tsvector, analyser = p_analyser
    from item i where i.object_id = p_message and t.item_id = i.id and t.analyser < p_analyser;
end $$;

-- Items whose words an older analyser made, or none, with what their words are made of; for the house itself only.
-- source_hash is there where a mail has to be read from its source.
create function stale_texts(p_analyser int, p_limit int)
  returns table (item_id uuid, object_id uuid, head text, body text, source_hash text)
  language sql stable security definer set search_path = public, pg_temp as $$
  with stale as (
    select t.item_id from item_text t where t.analyser < p_analyser and me() is null order by t.analyser, t.item_id limit p_limit)
  select i.id, i.object_id,
         case when m.id is not null then concat_ws(E'\\n', m.subject,
                (select string_agg(a.name || ' ' || a.address, E'\\n' order by a.role, a.position) from message_address a where a.message_id = m.id),
                (select string_agg(a.name, E'\\n' order by a.position) from attachment a where a.message_id = m.id))
              when d.id is not null then concat_ws(E'\\n', i.title, d.name,
                (select concat_ws(' ', 'faktura', v.number, v.seller_name, v.seller_nip, v.buyer_name, v.buyer_nip, v.corrects, v.gross)
                   from invoice v where v.blob_hash = d.blob_hash))
              else concat_ws(E'\\n', coalesce(c.title, i.title), (select g.place from meeting_invitation g where g.activity_id = c.id)) end,
         coalesce(x.body, c.note),
         case when m.id is not null and x.body is null then coalesce((select k.source_hash from message_copy k where k.message_id = m.id order by k.seen_at, k.id limit 1),
                (select f.source_hash from filing f where f.item_id = i.id and f.source_hash is not null limit 1)) end
    from stale s join item i on i.id = s.item_id
    left join message m on m.id = i.object_id and i.kind in ('mail-in', 'mail-out') left join message_text x on x.message_id = m.id
    left join document d on d.id = i.object_id and m.id is null
    left join activity c on c.id = i.object_id
$$;

-- Writes the words of items; for the house itself only.
create function put_texts(p_texts jsonb, p_analyser int) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update item_text t set lexemes = (p->>'lexemes')::tsvector, analyser = p_analyser
    from jsonb_array_elements(p_texts) p
   where t.item_id = (p->>'itemId')::uuid and t.analyser < p_analyser and me() is null
$$;

do $$
declare f text;
begin
  grant create on schema public to lupa_intake;
  foreach f in array array['index_message(uuid, text, text, int)', 'stale_texts(int, int)', 'put_texts(jsonb, int)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
