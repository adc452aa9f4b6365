import { Migration } from '@mikro-orm/migrations'

/**
 * What the owner of a mailbox consents to holds for his mail by whichever door it comes: the journal of the company goes
 * round no consent any more. And mail that may not be filed by itself ends no hold where it lies already.
 */
export class JournalConsent extends Migration {
  override up() {
    this.addSql(`
create index mailbox_login on mailbox (lower(user_name));
grant select (files) on mailbox to lupa_intake;

-- Consents for the mailboxes of these people, the one that shows least first: the mailboxes of colleagues, and those that
-- are read under one of these addresses. One that is neither mine nor open says only that somebody keeps his mail back.
create function consents_of(p_people text[]) returns table (mailbox_id uuid, files text, is_mine boolean, is_open boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select b.id, b.files, b.owner_id = me(), n.rank = 3
    from mailbox b
    cross join lateral (select case when b.release = 'by-hand' then 0 when b.release = 'after-grace' then 1
      when exists (select from principals_in(b.audience)) then 2 else 3 end as rank) n
   where b.id in (select o.id from app_user u join mailbox o on o.owner_id = u.id where u.email = any(p_people)
                  union select o.id from mailbox o where lower(o.user_name) = any(p_people))
   order by n.rank, case when n.rank = 1 then -b.grace_minutes end, b.created_at, b.id
$$;

-- Replaces that of 0063: files within what the owner of a mailbox consents to (null: nobody's consent is asked), and answers
-- where the mail lies for the caller. Mail that only joins what lies there already shows it to nobody else.
drop function file_under_consent(uuid, jsonb, uuid);
create function file_under_consent(p_message uuid, p_entries jsonb, p_mailbox uuid, p_only_joins boolean) returns json
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  box mailbox_consent;
  is_narrow boolean;
  entries jsonb := p_entries;
begin
  select b.id, b.audience, b.release, b.grace_minutes into box from mailbox b where b.id = p_mailbox and b.owner_id = me();
  is_narrow := box.id is not null and (box.release = 'by-hand' or exists (select from principals_in(box.audience)));
  -- Where he cannot look he can neither release it nor say who sees it.
  if is_narrow then
    entries := (select coalesce(jsonb_agg(e), '[]') from jsonb_array_elements(p_entries) e where holds(coalesce(
      (select k.audience_id from case_file k where k.id = (e->>'caseId')::uuid),
      (select c.audience_id from contractor c where c.id = (e->>'contractorId')::uuid))));
  end if;
  if box.release = 'after-grace' then perform pg_advisory_xact_lock_shared(hashtext('lupa.grace'), hashtext(box.id::text)); end if;
  perform file_entries(p_message, entries, case when is_narrow or box.release = 'after-grace' then box end);
  -- Asked so that an index answers, also before the table was ever analysed.
  if not p_only_joins and (select f.held_by from filing f where f.held_by is not null order by f.held_by limit 1) is not null then
    perform meet_held(p_message, entries, box);
  end if;
  if box.release = 'after-grace' then
    perform expect_end_of_grace(box.id, date_trunc('minute', now()) + (box.grace_minutes + 1) * interval '1 minute');
  end if;
  return items_of_message(p_message);
end $$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  foreach f in array array['consents_of(text[])'::regprocedure, 'file_under_consent(uuid, jsonb, uuid, boolean)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
