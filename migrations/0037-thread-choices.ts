import { Migration } from '@mikro-orm/migrations'

/** Which of several contractors a user chose for a thread, so that the choice follows him into every mail program. */
export class ThreadChoices extends Migration {
  override up() {
    this.addSql(`
create table thread_choice (
  user_id uuid not null references app_user on delete cascade,
  -- The Message-ID of the thread's first message, as far as the mail names it.
  thread text not null check (length(thread) between 1 and 900),
  contractor_id uuid not null references contractor on delete cascade,
  chosen_at timestamptz(3) not null default now(),
  primary key (user_id, thread)
);
create index thread_choice_contractor on thread_choice (contractor_id);

alter table thread_choice enable row level security;
alter table thread_choice force row level security;
grant select, insert, update, delete on thread_choice to lupa_app;

-- Everyone has his own choices, and makes them among the contractors that he sees.
create policy mine on thread_choice to lupa_app using (user_id = (select me()))
  with check (user_id = (select me()) and sees_contractor(contractor_id));
`)
  }
}
