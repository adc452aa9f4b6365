import { Migration } from '@mikro-orm/migrations'

/**
 * Earlier mail of a new address is decided again by itself. Whoever adds the address beside a person's question, whether
 * that is wanted, holds it back until the answer, for ten minutes at most: what nobody answers is decided as ever.
 */
export class OfferedSweep extends Migration {
  override up() {
    this.addSql(`
-- Who is being asked whether the mail of this address is to be decided again.
alter table redecision add column held_by uuid references app_user on delete set null;
create index redecision_held_by on redecision (held_by);

-- An address that becomes somebody's concerns mail that was stored before. In a transaction that says so, it waits for the
-- answer of whoever adds it; not when others wait for the same address already, because nobody answers for them.
create or replace function ask_redecision() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  holder uuid := case when current_setting('lupa.offers_sweep', true) = 'yes' then me() end;
  held_until timestamptz := case when holder is not null then clock_timestamp() + interval '10 minutes' end;
begin
  insert into redecision as r (value, is_domain, held_by, due_at, up_to)
    select distinct a.value, a.is_domain, holder, held_until, held_until from added a order by a.value
    on conflict (value) do update set round = r.round + 1, after_message = excluded.after_message, after_owner = excluded.after_owner,
      due_at = null, held_by = null;
  return null;
end $$;

-- Takes on the next address whose mail is to be decided again, for two minutes. What is new waits first, so that mail which
-- was being decided while the address was added is stored by then. For the background pass, which is nobody.
create or replace function take_redecision(p_wait interval) returns table (value text, is_domain boolean, round int)
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if me() is not null then return; end if;
  update redecision r set due_at = clock_timestamp() + p_wait, up_to = clock_timestamp() + p_wait
   where r.value in (select n.value from redecision n where n.due_at is null order by n.value for update skip locked);
  return query update redecision r set due_at = clock_timestamp() + interval '2 minutes', held_by = null
   where r.value = (select n.value from redecision n where n.due_at <= clock_timestamp() order by n.due_at limit 1 for update skip locked)
   returning r.value, r.is_domain, r.round;
end $$;

-- The answer of whoever is asked: the mail of this address is decided again now, or not because of him.
create function answer_sweep(p_value text, p_wanted boolean) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if p_wanted then
    update redecision r set due_at = null, held_by = null where r.value = p_value and r.held_by = me();
  else
    delete from redecision r where r.value = p_value and r.held_by = me();
  end if;
end $$;

do $$
begin
  revoke execute on function answer_sweep from public;
  grant execute on function answer_sweep to lupa_app;
  grant create on schema public to lupa_intake;
  alter function answer_sweep owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
