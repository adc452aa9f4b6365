import { Migration } from '@mikro-orm/migrations'

/**
 * What an administrator gave up stays given up; one slow target holds one place of those who work, and no other's; a webhook
 * whose owner is no administrator any more says so, for it tells nothing.
 */
export class WebhookEnds extends Migration {
  override up() {
    this.addSql(`
alter table webhook_delivery drop constraint webhook_delivery_state_check;
alter table webhook_delivery add constraint webhook_delivery_state_check check (state in ('waiting', 'sent', 'given-up'));

-- As in 0202, one after the other for one target.
create or replace function add_delivery_job(p_delivery uuid) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  select graphile_worker.add_job('send-webhook', json_build_object('id', p_delivery), max_attempts => 12, priority => 5,
           queue_name => 'webhook ' || d.webhook_id, job_key => 'send-webhook ' || p_delivery, job_key_mode => 'unsafe_dedupe')
    from webhook_delivery d where d.id = p_delivery
$$;

-- As in 0019; what was to be told or sent is settled with its job, or it would get a new one when the server starts again.
-- A mail that could not be read keeps its place: it is tried again then, for nothing is lost.
create or replace function forget_job(p_id bigint) returns uuid
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  about uuid;
  what text := (select t.identifier from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where j.id = p_id);
begin
  perform administrators_only();
  delete from graphile_worker._private_jobs j
   where j.id = p_id and j.attempts >= j.max_attempts and j.locked_at is null returning (j.payload ->> 'id')::uuid into about;
  if what = 'send-webhook' then
    update webhook_delivery d set state = 'given-up' where d.id = about and d.state = 'waiting';
  elsif what = 'send-mail' then
    update outgoing_mail m set state = 'nothing', settled_at = now() where m.id = about and m.state = 'waiting';
  end if;
  return about;
end $$;

create or replace function webhooks() returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform administrators_only();
  return (select coalesce(json_agg(f), '[]') from (
    select w.id, w.url, w.events, w.enabled, w.owner_id = me() as "isMine", u.name as "ownerName", iso(w.created_at) as "createdAt",
           u.is_admin and u.disabled_at is null as "hasRights",
           (select count(*) from webhook_delivery d where d.webhook_id = w.id and d.state = 'waiting') as waiting,
           (select iso(max(d.answered_at)) from webhook_delivery d where d.webhook_id = w.id and d.state = 'sent') as "lastSentAt"
      from webhook w join app_user u on u.id = w.owner_id order by w.created_at, w.id) f);
end $$;

create or replace function webhook_log(p_id uuid) returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform administrators_only();
  if not exists (select from webhook w where w.id = p_id) then raise exception 'not-found' using errcode = 'LU404'; end if;
  return (select coalesce(json_agg(f), '[]') from (
    select d.id, d.event, d.attempts, d.status, d.failure, iso(d.created_at) as "createdAt", iso(d.answered_at) as "answeredAt",
           case when d.state = 'given-up' or d.state = 'waiting' and d.attempts > 0 and not exists (select from graphile_worker._private_jobs j
                    where j.key = 'send-webhook ' || d.id and (j.attempts < j.max_attempts or j.locked_at is not null)) then 'failed'
                else d.state end as state
      from webhook_delivery d where d.webhook_id = p_id order by d.created_at desc, d.id limit 100) f);
end $$;
`)
  }
}
