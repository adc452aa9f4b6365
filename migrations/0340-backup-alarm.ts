import { Migration } from '@mikro-orm/migrations'

/** Administrators are told by mail that the scheduled backup fails; why stands in the data folder, and is found when the mail is sent. */
export class BackupAlarm extends Migration {
  override up() {
    this.addSql(`
alter table outgoing_mail drop constraint outgoing_mail_kind_check, add constraint outgoing_mail_kind_check
  check (kind in ('password-link', 'password-forgotten', 'mailbox-alarm', 'mailbox-clear', 'backup-alarm', 'digest'));

-- For the house itself; answers whether anybody could be told.
create function raise_backup_alarm() returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not has_mail_server() then return false; end if;
  perform queue_mail('backup-alarm', u.id, '{}', null) from app_user u where u.is_admin and u.disabled_at is null;
  return found;
end $$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function raise_backup_alarm() from public;
  grant execute on function raise_backup_alarm() to lupa_jobs;
  alter function raise_backup_alarm() owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
