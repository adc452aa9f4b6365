import { Migration } from '@mikro-orm/migrations'

/**
 * What structured invoices say of themselves, and the files that sources were made from. An invoice is kept by content,
 * because it follows from the content alone: whichever way a document comes into being, by mail, by upload or by moving
 * it, it has its invoice. Beside them, what tells logos from pictures.
 */
export class Invoices extends Migration {
  override up() {
    this.addSql(`
create table invoice (
  blob_hash text primary key references blob,
  schema text not null check (schema in ('FA(2)', 'FA(3)')),
  number text not null,
  seller_nip text,
  seller_name text,
  buyer_nip text,
  buyer_name text,
  issued_on date,
  due_on date,
  currency text check (currency ~ '^[A-Z]{3}$'),
  net numeric(20, 2),
  vat numeric(20, 2),
  gross numeric(20, 2),
  corrects text
);
create index invoice_seller on invoice (seller_nip);
create index invoice_buyer on invoice (buyer_nip);

-- An invoice is visible to those who see a document of its content.
alter table invoice enable row level security;
alter table invoice force row level security;
grant select, insert on invoice to lupa_intake;
create policy intake on invoice to lupa_intake using (true) with check (true);
grant select on invoice to lupa_app;
create policy of_visible_document on invoice for select to lupa_app using (
  coalesce((select true from document d where d.blob_hash = invoice.blob_hash limit 1), false));

-- Keeps what was read of the invoices of a message that was just stored. The same content says the same each time.
create function put_invoices(p jsonb) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if me() is null then raise exception 'not-signed-in' using errcode = 'LU401'; end if;
  insert into invoice (blob_hash, schema, number, seller_nip, seller_name, buyer_nip, buyer_name, issued_on, due_on, currency, net, vat, gross, corrects)
    select i->>'hash', i->>'schema', i->>'number', i->>'sellerNip', i->>'sellerName', i->>'buyerNip', i->>'buyerName', (i->>'issuedOn')::date,
           (i->>'dueOn')::date, i->>'currency', (i->>'net')::numeric, (i->>'vat')::numeric, (i->>'gross')::numeric, i->>'corrects'
      from jsonb_array_elements(p) i where exists (select from blob b where b.hash = i->>'hash')
      order by i->>'hash'
    on conflict do nothing;
end $$;

-- A source that did not travel but was made from a file (.msg), and that file, so that what came in is served byte for byte.
create table source_origin (
  source_hash text not null references blob,
  origin_hash text not null references blob,
  primary key (source_hash, origin_hash)
);
create index source_origin_origin on source_origin (origin_hash);

-- Visible to those who have a copy from it or see the filing that was made from it.
alter table source_origin enable row level security;
alter table source_origin force row level security;
grant select, insert on source_origin to lupa_intake;
create policy intake on source_origin to lupa_intake using (true) with check (true);
grant select on source_origin to lupa_app;
create policy of_visible_source on source_origin for select to lupa_app using (
  coalesce((select true from message_copy c where c.source_hash = source_origin.source_hash limit 1), false)
  or coalesce((select true from filing f where f.source_hash = source_origin.source_hash limit 1), false));

-- Keeps the file from which the caller's source was made; nothing for a source that he did not bring.
create function keep_origin(p_source text, p_origin text, p_size bigint) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from message_copy c where c.source_hash = p_source and c.owner_id = me()) then return; end if;
  insert into blob (hash, size) values (p_origin, p_size) on conflict do nothing;
  insert into source_origin (source_hash, origin_hash) values (p_source, p_origin) on conflict do nothing;
end $$;

-- Which of these pictures came to the caller with two other mails from the domain at least. Asked of his own mail only:
-- what came to others must not show in what becomes a document for him. Of a picture that the whole world sends some copies are looked at.
create function repeated_pictures(p_hashes text[], p_domain text, p_fingerprint text) returns setof text
  language sql stable security definer set search_path = public, pg_temp as $$
  select h from unnest(p_hashes) h
   where (select count(*) from (
     select 1 from (select distinct a.message_id from (select b.message_id from attachment b where b.blob_hash = h limit 500) a) came
       join message m on m.id = came.message_id and m.fingerprint <> p_fingerprint
      where exists (select from message_copy c where c.message_id = m.id and c.owner_id = me())
        and exists (select from message_address s where s.message_id = m.id and s.role = 'from' and split_part(s.address, '@', 2) = p_domain)
      limit 2) met) = 2
$$;

-- As in 0008, and keeps the content too: a message that was stored by an earlier version may be unpacked further now.
create or replace function put_document(p_contractor uuid, p_hash text, p_name text, p_media_type text, p_type text, p_size bigint) returns table (id uuid, type text)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  insert into blob (hash, size) values (p_hash, p_size) on conflict do nothing;
  insert into document as d (contractor_id, blob_hash, name, media_type, type, size)
    values (p_contractor, p_hash, p_name, p_media_type, p_type, p_size) on conflict do nothing;
  return query select d.id, d.type from document d where d.contractor_id = p_contractor and d.blob_hash = p_hash and d.name = p_name;
end $$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function put_invoices, keep_origin, repeated_pictures from public;
  grant execute on function put_invoices, keep_origin, repeated_pictures to lupa_app;
  alter function put_invoices owner to lupa_intake;
  alter function keep_origin owner to lupa_intake;
  alter function repeated_pictures owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
