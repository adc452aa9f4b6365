import { Migration } from '@mikro-orm/migrations'

/** Texts for mails with fields in them: those of the company, which administrators keep, and everybody's own. */
export class MailTemplates extends Migration {
  override up() {
    this.addSql(`
create table mail_template (
  id uuid primary key default gen_random_uuid(),
  -- Null where it is the company's.
  owner_id uuid references app_user,
  name text not null check (length(name) between 1 and 120),
  language text not null check (language in ('pl', 'en')),
  subject text not null check (length(subject) <= 300),
  body text not null check (length(body) between 1 and 10000),
  archived_at timestamptz(3),
  created_at timestamptz(3) not null default now()
);
create index mail_template_owner on mail_template (owner_id, name, id);

alter table mail_template enable row level security;
alter table mail_template force row level security;
-- Everybody reads the company's and his own, and nobody, administrators neither, those of others. The company's are kept by
-- administrators. None is taken away: who needs it no more puts it into the archive.
grant select on mail_template to lupa_app;
grant insert (owner_id, name, language, subject, body) on mail_template to lupa_app;
grant update (name, language, subject, body, archived_at) on mail_template to lupa_app;
create policy known on mail_template for select to lupa_app using (
  owner_id = (select me()) or owner_id is null and (select me()) is not null);
create policy added on mail_template for insert to lupa_app with check (
  owner_id = (select me()) or owner_id is null and (select am_admin()));
create policy kept on mail_template for update to lupa_app using (
  owner_id = (select me()) or owner_id is null and (select am_admin()));
-- Who is erased loses her address in what others wrote as well.
grant select, update on mail_template to lupa_intake;
create policy intake on mail_template to lupa_intake using (true) with check (true);
`)
  }
}
