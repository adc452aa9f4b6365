import { Migration } from '@mikro-orm/migrations'
import { held } from './rule.ts'

/**
 * The text of documents is read by jobs and found like every other. It is kept once for the same bytes, but nobody
 * reaches it by them: how far a document is read stands on its own row, and its words lie with its own item.
 */
export class DocumentTexts extends Migration {
  override up() {
    this.addSql(`
create table blob_text (
  blob_hash text primary key references blob on delete cascade,
  state text not null check (state in ('read', 'part', 'none', 'other', 'encrypted', 'broken', 'too-costly')),
  text text not null,
  -- By which version of the readers; what an older one read is read again.
  reader smallint not null,
  read_at timestamptz(3) not null default now()
);
create index blob_text_reader on blob_text (reader);

alter table blob_text enable row level security;
alter table blob_text force row level security;
grant select, insert, update, delete on blob_text to lupa_intake;
create policy intake on blob_text to lupa_intake using (true) with check (true);
grant select on blob_text to lupa_reader;
create policy reader on blob_text for select to lupa_reader using (true);

alter table document add column text_state text not null default 'waiting'
  check (text_state in ('waiting', 'read', 'part', 'none', 'other', 'encrypted', 'broken', 'too-costly'));
create index document_unread on document (id) where text_state = 'waiting';

-- In pictures and recordings nobody looks for words.
create function without_words() returns trigger language plpgsql as $$
begin
  new.text_state := 'other';
  return new;
end $$;
create trigger document_without_words before insert on document for each row
  when (new.media_type ~ '^(image|audio|video)/') execute function without_words();

-- A job for each document, also where its bytes are known: nobody may tell by the time it takes who else has them. One at
-- a time, behind all other work.
create function add_reading(p_document uuid) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  select graphile_worker.add_job('read-document', json_build_object('id', p_document), queue_name => 'documents', max_attempts => 25,
           priority => 10, job_key => 'read-document ' || p_document, job_key_mode => 'unsafe_dedupe')
$$;
create function have_read() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform add_reading(new.id);
  return null;
end $$;
create trigger document_have_read after insert on document for each row
  when (new.text_state = 'waiting') execute function have_read();

-- A job for every document that waits and has none, and for those that an older reader read. For those who work, who are nobody.
create function queue_documents(p_reader int) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if me() is not null then return; end if;
  update document d set text_state = 'waiting' from blob_text t
   where t.reader < p_reader and d.blob_hash = t.blob_hash and d.text_state <> 'waiting';
  perform add_reading(d.id) from document d
   where d.text_state = 'waiting' and not exists (select from graphile_worker._private_jobs j where j.key = 'read-document ' || d.id);
end $$;

-- What a job about a document needs; known: its bytes were read before. For the house itself only.
create function document_to_read(p_document uuid, p_reader int) returns table (blob_hash text, size text, known boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select d.blob_hash, d.size::text, exists (select from blob_text t where t.blob_hash = d.blob_hash and t.reader >= p_reader)
    from document d where d.id = p_document and d.text_state = 'waiting' and me() is null
$$;

-- Keeps what was read of the bytes of a document (p_state null: what is known of them), and has its words made anew: the
-- number goes down, so that words that are being made of an earlier text are not taken.
create function keep_document_text(p_document uuid, p_state text, p_text text, p_reader int) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if me() is not null then return; end if;
  insert into blob_text as t (blob_hash, state, text, reader)
    select d.blob_hash, p_state, p_text, p_reader from document d where d.id = p_document and p_state is not null
    on conflict (blob_hash) do update set state = excluded.state, text = excluded.text, reader = excluded.reader, read_at = now()
      where t.reader <= excluded.reader;
  update document d set text_state = t.state from blob_text t where d.id = p_document and t.blob_hash = d.blob_hash;
  update item_text x set analyser = least(x.analyser, 0) - 1 from item i where i.object_id = p_document and x.item_id = i.id;
end $$;

-- The same as before, the title apart from the rest, and of documents their text; with the number by which put_texts knows that nothing came between.
drop function stale_texts(int, int);
create function stale_texts(p_analyser int, p_limit int)
  returns table (item_id uuid, object_id uuid, title text, head text, body text, source_hash text, was int)
  language sql stable security definer set search_path = public, pg_temp as $$
  with stale as (
    select t.item_id, t.analyser from item_text t where t.analyser < p_analyser and me() is null order by t.analyser, t.item_id limit p_limit)
  select i.id, i.object_id,
         case when m.id is not null then m.subject when d.id is not null then concat_ws(E'\\n', i.title, d.name) else coalesce(c.title, i.title) end,
         case when m.id is not null then concat_ws(E'\\n',
                (select string_agg(a.name || ' ' || a.address, E'\\n' order by a.role, a.position) from message_address a where a.message_id = m.id and a.role <> 'bcc'),
                (select string_agg(a.name, E'\\n' order by a.position) from attachment a where a.message_id = m.id))
              when d.id is not null then
                (select concat_ws(' ', 'faktura', v.number, v.seller_name, v.seller_nip, v.buyer_name, v.buyer_nip, v.corrects, v.gross)
                   from invoice v where v.blob_hash = d.blob_hash)
              else (select g.place from meeting_invitation g where g.activity_id = c.id) end,
         coalesce(x.body, c.note, (select b.text from blob_text b where b.blob_hash = d.blob_hash and d.text_state <> 'waiting')),
         case when m.id is not null and x.body is null then coalesce((select k.source_hash from message_copy k where k.message_id = m.id order by k.seen_at, k.id limit 1),
                (select f.source_hash from filing f where f.item_id = i.id and f.source_hash is not null limit 1)) end,
         s.analyser::int
    from stale s join item i on i.id = s.item_id
    left join message m on m.id = i.object_id and i.kind in ('mail-in', 'mail-out') left join message_text x on x.message_id = m.id
    left join document d on d.id = i.object_id and m.id is null
    left join activity c on c.id = i.object_id
$$;

-- That of 0080: the number goes down, so that words being made of what stood there before are not taken.
create or replace function plain_words() returns trigger language plpgsql as $$
begin
  new.analyser := least(old.analyser, 0) - 1;
  return new;
end $$;

create or replace function put_texts(p_texts jsonb, p_analyser int) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update item_text t set lexemes = (p->>'lexemes')::tsvector, analyser = p_analyser
    from jsonb_array_elements(p_texts) p
   where t.item_id = (p->>'itemId')::uuid and t.analyser = (p->>'was')::int and t.analyser < p_analyser and me() is null
$$;

-- The beginnings of the texts of those of these items that I may see, to show the words around a find.
create or replace function found_texts(p_items uuid[], p_length int) returns table (item_id uuid, body text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select i.id, left(coalesce(x.body, c.note, b.text), p_length)
    from item i left join message_text x on x.message_id = i.object_id
    left join activity c on c.id = i.object_id
    left join document d on d.id = i.object_id and d.text_state <> 'waiting' left join blob_text b on b.blob_hash = d.blob_hash
   where i.id = any(p_items) and (select true from item_access a where a.item_id = i.id and ${held('a.principal_id')} limit 1)
$$;

do $$
declare f text;
begin
  grant create on schema public to lupa_intake;
  foreach f in array array['add_reading(uuid)', 'have_read()', 'queue_documents(int)', 'document_to_read(uuid, int)',
      'keep_document_text(uuid, text, text, int)', 'stale_texts(int, int)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  foreach f in array array['queue_documents(int)', 'document_to_read(uuid, int)', 'keep_document_text(uuid, text, text, int)'] loop
    execute format('grant execute on function %s to lupa_app', f);
  end loop;
  grant execute on function stale_texts(int, int) to lupa_jobs;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
