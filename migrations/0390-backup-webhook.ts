import { Migration } from '@mikro-orm/migrations'

/** That the scheduled backup fails is told by webhook, too, and to whoever has no server for mail. */
export class BackupWebhook extends Migration {
  override up() {
    this.addSql(`
-- As in 0340, with the webhooks of administrators; answers whether anybody could be told.
create or replace function raise_backup_alarm() returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  told boolean;
begin
  perform queue_delivery(w.id, 'backup.alarm', null, null, null, null) from webhook w join app_user u on u.id = w.owner_id
   where w.enabled and 'backup.alarm' = any(w.events) and u.is_admin and u.disabled_at is null;
  told := found;
  if has_mail_server() then
    perform queue_mail('backup-alarm', u.id, '{}', null) from app_user u where u.is_admin and u.disabled_at is null;
    told := told or found;
  end if;
  return told;
end $$;
`)
  }
}
