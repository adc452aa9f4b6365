import { Migration } from '@mikro-orm/migrations'

/** Stored bytes, messages with every copy that arrived, documents, activities. */
export class Messages extends Migration {
  override up() {
    this.addSql(`
create table blob (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  size bigint not null,
  created_at timestamptz(3) not null default now()
);

-- Unique by Message-ID and fingerprint: copies of one mail differ, and Message-IDs can be forged.
create table message (
  id uuid primary key default gen_random_uuid(),
  message_id text,
  fingerprint text not null,
  subject text not null,
  sent_at timestamptz(3),
  received_at timestamptz(3),
  occurred_at timestamptz(3) not null,
  direction text not null check (direction in ('in', 'out', 'internal')),
  thread text not null,
  in_reply_to text,
  snippet text not null,
  has_attachment boolean not null,
  auto_kind text check (auto_kind in ('auto-reply', 'bounce', 'newsletter')),
  marks text[] not null default '{}',
  differs boolean not null default false,
  unreadable text,
  created_at timestamptz(3) not null default now()
);
create unique index message_identity on message (coalesce(message_id, ''), fingerprint);
create index message_message_id on message (message_id) where message_id is not null;
create index message_thread on message (thread);

create table message_address (
  message_id uuid not null references message on delete cascade,
  role text not null check (role in ('from', 'sender', 'reply-to', 'to', 'cc', 'bcc')),
  position int not null,
  name text not null,
  address text not null,
  primary key (message_id, role, position)
);
create index message_address_address on message_address (address);

create table message_reference (
  message_id uuid not null references message on delete cascade,
  position int not null,
  reference text not null,
  primary key (message_id, position)
);
create index message_reference_reference on message_reference (reference);

-- Every arrival of a message; every source is kept byte for byte and belongs to the user who brought it.
create table message_copy (
  id uuid primary key default gen_random_uuid(),
  message_id uuid not null references message on delete cascade,
  owner_id uuid not null references app_user,
  source_hash text not null references blob,
  door text not null check (door in ('push', 'import', 'imap')),
  mailbox_id uuid,
  remote_id text,
  seen_at timestamptz(3) not null default now(),
  unique (message_id, owner_id, source_hash)
);
create index message_copy_owner on message_copy (owner_id, message_id);
create index message_copy_source on message_copy (source_hash);
create index message_copy_mailbox on message_copy (mailbox_id) where mailbox_id is not null;

-- What a message carried, by content; it becomes a document only where the message is filed.
create table attachment (
  message_id uuid not null references message on delete cascade,
  position int not null,
  name text not null,
  type text not null,
  size bigint not null,
  blob_hash text not null references blob,
  document_type text,
  primary key (message_id, position)
);
create index attachment_blob on attachment (blob_hash);

-- A document row belongs to one contractor file, so no hidden mail's file name shows through.
create table document (
  id uuid primary key default gen_random_uuid(),
  contractor_id uuid not null references contractor,
  blob_hash text not null references blob,
  name text not null,
  media_type text not null,
  type text not null,
  type_by_hand boolean not null default false,
  size bigint not null,
  created_at timestamptz(3) not null default now(),
  unique (contractor_id, blob_hash, name)
);
create index document_blob on document (blob_hash);

create table activity (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('call', 'meeting', 'task', 'note')),
  contractor_id uuid not null references contractor,
  title text not null check (length(title) between 1 and 300),
  note text not null default '',
  starts_at timestamptz(3),
  ends_at timestamptz(3),
  person_id uuid references person on delete set null,
  direction text check (direction in ('in', 'out')),
  assignee_id uuid references app_user,
  due_on date,
  state text check (state in ('new', 'in-progress', 'done', 'cancelled')),
  state_at timestamptz(3) not null default now(),
  created_by uuid not null references app_user,
  created_at timestamptz(3) not null default now()
);
create index activity_contractor on activity (contractor_id);
create index activity_person on activity (person_id);
create index activity_assignee on activity (assignee_id, due_on) where kind = 'task' and state in ('new', 'in-progress');
create index activity_created_by on activity (created_by);
`)
  }
}
