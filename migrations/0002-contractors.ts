import { Migration } from '@mikro-orm/migrations'

/** Audiences, contractors with their addresses and people, cases. */
export class Contractors extends Migration {
  override up() {
    this.addSql(`
-- Who may see: owned by a contractor, a case, or by one filing (a confidential circle).
create table audience (
  id uuid primary key default gen_random_uuid(),
  created_at timestamptz(3) not null default now()
);

-- A member is a user, a group, or (is_audience) another audience: the row that makes a case follow its contractor.
create table audience_member (
  audience_id uuid not null references audience on delete cascade,
  principal_id uuid not null,
  is_audience boolean not null default false,
  primary key (audience_id, principal_id)
);
create index audience_member_principal on audience_member (principal_id);

create table contractor (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 1 and 300),
  nip text check (nip ~ '^[0-9]{10}$'),
  regon text check (regon ~ '^([0-9]{9}|[0-9]{14})$'),
  krs text check (krs ~ '^[0-9]{10}$'),
  street text,
  city text,
  phones text[] not null default '{}',
  tags text[] not null default '{}',
  note text,
  manager_id uuid references app_user,
  audience_id uuid not null unique references audience,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);
create index contractor_name on contractor (lower(name), id);
create index contractor_name_trigrams on contractor using gin (lower(name) gin_trgm_ops);
create index contractor_nip on contractor (nip) where nip is not null;
create index contractor_manager on contractor (manager_id);

create table person (
  id uuid primary key default gen_random_uuid(),
  contractor_id uuid not null references contractor on delete cascade,
  name text not null check (length(name) between 1 and 200),
  role text,
  phones text[] not null default '{}',
  created_at timestamptz(3) not null default now()
);
create index person_contractor on person (contractor_id, lower(name), id);

-- An address (a@b.pl) or a domain (b.pl, is_domain) of a contractor. Several contractors may share one.
create table address (
  id uuid primary key default gen_random_uuid(),
  value text not null check (value = lower(value) and length(value) <= 320),
  is_domain boolean not null,
  contractor_id uuid not null references contractor on delete cascade,
  person_id uuid references person on delete set null,
  created_at timestamptz(3) not null default now(),
  unique (value, contractor_id)
);
create index address_contractor on address (contractor_id);
create index address_person on address (person_id);

create table case_counter (
  year int primary key,
  last int not null
);

create table case_file (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique,
  title text not null check (length(title) between 1 and 300),
  contractor_id uuid not null references contractor,
  manager_id uuid references app_user,
  audience_id uuid not null unique references audience,
  opened_at timestamptz(3) not null default now(),
  closed_at timestamptz(3)
);
create index case_file_contractor on case_file (contractor_id, opened_at desc, id desc);
create index case_file_open on case_file (contractor_id, opened_at desc, id desc) where closed_at is null;
create index case_file_manager on case_file (manager_id);

-- Every contractor that a case concerns, the first one included.
create table case_party (
  case_file_id uuid not null references case_file on delete cascade,
  contractor_id uuid not null references contractor on delete cascade,
  -- The one for whom it was opened, who stands in case_file too.
  is_first boolean not null,
  primary key (case_file_id, contractor_id)
);
create index case_party_contractor on case_party (contractor_id);
create index case_party_further on case_party (contractor_id) where not is_first;
`)
  }
}
