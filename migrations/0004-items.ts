import { Migration } from '@mikro-orm/migrations'

/** Items of contractor files, their filings, the fanned-out access rows, triage, audit. */
export class Items extends Migration {
  override up() {
    this.addSql(`
-- One row per object in a contractor's file. Where, why and for whom stands in its filings.
create table item (
  id uuid primary key default gen_random_uuid(),
  contractor_id uuid not null references contractor,
  kind text not null,
  object_id uuid not null,
  occurred_at timestamptz(3) not null,
  title text not null,
  snippet text not null default '',
  who text not null default '',
  -- Whether a filing gives it a title of its own, so that lists look there only then.
  has_own_title boolean not null default false,
  has_attachment boolean not null default false,
  pinned_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  unique (contractor_id, object_id)
);
create index item_object on item (object_id);
create index item_global on item (occurred_at desc, id desc);
create index item_file on item (contractor_id, occurred_at desc, id desc);

-- Where an item lies and for what reason. audience_id is the one in force: the filing's own circle, the case's or the contractor's.
create table filing (
  id uuid primary key default gen_random_uuid(),
  item_id uuid not null references item on delete cascade,
  case_file_id uuid references case_file,
  audience_id uuid not null references audience,
  own_audience boolean not null default false,
  filed_by uuid references app_user,
  filed_at timestamptz(3) not null default now(),
  method text not null,
  evidence text not null default '',
  score real not null default 1,
  comment text,
  title text,
  source_hash text references blob,
  via_message_id uuid references message,
  unique nulls not distinct (item_id, case_file_id)
);
create index filing_case on filing (case_file_id) where case_file_id is not null;
create index filing_audience on filing (audience_id);
create index filing_filed_by on filing (filed_by);
create index filing_source on filing (source_hash);
create index filing_via_message on filing (via_message_id) where via_message_id is not null;
-- A circle belongs to one filing: the merge over principals counts on meeting an item once per principal.
create unique index filing_own_audience on filing (audience_id) where own_audience;

-- A personal way in: the item was shared, or the mail came to one's own mailbox and was filed from there.
create table item_grant (
  item_id uuid not null references item on delete cascade,
  principal_id uuid not null,
  reason text not null check (reason in ('mailbox', 'filed', 'shared', 'recipient')),
  granted_by uuid references app_user,
  granted_at timestamptz(3) not null default now(),
  -- The words of somebody who filed what lies there hidden from him.
  comment text,
  primary key (item_id, principal_id)
);
create index item_grant_principal on item_grant (principal_id);
create index item_grant_granted_by on item_grant (granted_by);

-- Who may see an item, fanned out: one row per audience of its filings and per personal grant.
create table item_access (
  item_id uuid not null references item on delete cascade,
  principal_id uuid not null,
  contractor_id uuid not null,
  case_file_id uuid,
  kind text not null,
  has_attachment boolean not null,
  occurred_at timestamptz(3) not null,
  unique nulls not distinct (item_id, principal_id, case_file_id)
);
create index item_access_file on item_access (contractor_id, principal_id, occurred_at desc, item_id desc)
  include (kind, case_file_id, has_attachment);
create index item_access_kind on item_access (contractor_id, principal_id, kind, occurred_at desc, item_id desc);
create index item_access_case on item_access (case_file_id, principal_id, occurred_at desc, item_id desc)
  where case_file_id is not null;
create index item_access_global on item_access (principal_id, occurred_at desc, item_id desc) include (kind);

-- Which principals occur in a file. Never deleted in a business transaction: a stale row costs nothing, a missing one hides items.
create table file_principal (
  contractor_id uuid not null,
  principal_id uuid not null,
  is_audience boolean not null,
  primary key (contractor_id, principal_id)
);
-- A file has a handful of audiences, and a personal principal for everyone who ever got its mail.
create index file_principal_audience on file_principal (contractor_id) include (principal_id) where is_audience;

create table item_text (
  item_id uuid primary key references item on delete cascade,
  lexemes tsvector not null
);
create index item_text_lexemes on item_text using gin (lexemes);

-- Mail that could not be decided, or was left out, and why.
create table triage_entry (
  message_id uuid not null references message on delete cascade,
  owner_id uuid not null references app_user,
  reason text not null,
  state text not null default 'open' check (state in ('open', 'left-out', 'done')),
  occurred_at timestamptz(3) not null,
  created_at timestamptz(3) not null default now(),
  primary key (message_id, owner_id)
);
create index triage_entry_open on triage_entry (owner_id, state, occurred_at desc, message_id desc);

-- What people decided about a message; no rule and no replay overrides it.
create table decision (
  message_id uuid not null references message on delete cascade,
  contractor_id uuid not null references contractor on delete cascade,
  verdict text not null check (verdict in ('never')),
  decided_by uuid not null references app_user,
  decided_at timestamptz(3) not null default now(),
  primary key (message_id, contractor_id)
);
create index decision_contractor on decision (contractor_id);
create index decision_decided_by on decision (decided_by);

-- A message that takes long to read: its source is safe, its reading goes on, also after a restart.
create table arrival (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references app_user,
  source_hash text not null,
  place jsonb,
  comment text,
  arrived_at timestamptz(3) not null default now()
);
create index arrival_owner on arrival (owner_id);

-- Written in the business transaction, unchained; ids and verbs only, never content.
create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null default now(),
  user_id uuid,
  verb text not null,
  object_type text not null,
  object_id uuid not null,
  details jsonb not null default '{}'
);
create index audit_entry_object on audit_entry (object_id, id desc);
create index audit_entry_at on audit_entry (at desc, id desc);

create function fan_out_filing() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op <> 'INSERT' then
    delete from item_access where item_id = old.item_id and principal_id = old.audience_id
      and case_file_id is not distinct from old.case_file_id;
  end if;
  if tg_op <> 'DELETE' then
    insert into item_access (item_id, principal_id, contractor_id, case_file_id, kind, has_attachment, occurred_at)
      select i.id, new.audience_id, i.contractor_id, new.case_file_id, i.kind, i.has_attachment, i.occurred_at
        from item i where i.id = new.item_id;
    insert into file_principal (contractor_id, principal_id, is_audience)
      select i.contractor_id, new.audience_id, true from item i where i.id = new.item_id on conflict do nothing;
  end if;
  -- A circle is its filing's alone.
  if tg_op <> 'INSERT' and old.own_audience then
    delete from audience where id = old.audience_id and not exists (select from filing f where f.audience_id = old.audience_id);
  end if;
  return null;
end $$;

create function fan_out_grant() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    delete from item_access where item_id = old.item_id and principal_id = old.principal_id and case_file_id is null;
  else
    insert into item_access (item_id, principal_id, contractor_id, case_file_id, kind, has_attachment, occurred_at)
      select i.id, new.principal_id, i.contractor_id, null, i.kind, i.has_attachment, i.occurred_at
        from item i where i.id = new.item_id;
    insert into file_principal (contractor_id, principal_id, is_audience)
      select i.contractor_id, new.principal_id, false from item i where i.id = new.item_id on conflict do nothing;
  end if;
  return null;
end $$;

create function fan_out_item() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update item_access set kind = new.kind, has_attachment = new.has_attachment, occurred_at = new.occurred_at
   where item_id = new.id;
  return null;
end $$;

create trigger filing_fans_out after insert or delete or update of audience_id, case_file_id on filing
  for each row execute function fan_out_filing();
create trigger item_grant_fans_out after insert or delete on item_grant
  for each row execute function fan_out_grant();
create trigger item_fans_out after update of kind, has_attachment, occurred_at on item
  for each row when ((old.kind, old.has_attachment, old.occurred_at) is distinct from (new.kind, new.has_attachment, new.occurred_at))
  execute function fan_out_item();
`)
  }
}
