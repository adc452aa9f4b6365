import { Migration } from '@mikro-orm/migrations'
import { reword } from './reword.ts'

/**
 * A secret mail address can be removed. What was acknowledged there before is still read, so its row stays hidden until
 * nothing of it can be on its way any more.
 */
export class RemovedAddresses extends Migration {
  override up() {
    this.addSql(`
alter table journal_address add column removed_at timestamptz(3);
drop policy kept on journal_address;
create policy kept on journal_address for select to lupa_app using (removed_at is null
  and ((kind = 'bcc' and owner_id = (select me())) or (kind = 'journal' and (select am_admin()))));
drop policy changed on journal_address;
create policy changed on journal_address for update to lupa_app using (removed_at is null
  and ((kind = 'bcc' and owner_id = (select me())) or (kind = 'journal' and (select am_admin()))));

-- Forgets addresses that were removed more than a day ago and of which nothing waits to be read: by then no server is in
-- the middle of handing in a mail that it began before.
create function forget_removed_addresses() returns void language sql volatile as $$
  delete from journal_address j where j.removed_at < now() - interval '1 day'
    and not exists (select from journal_arrival a cross join jsonb_array_elements(a.recipients) r where (r->>'id')::uuid = j.id)
$$;

-- Removes an address of mine, or an administrator one of the company's journal. Mail to it is refused from now on.
create function remove_journal_address(p_address uuid) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  update journal_address j set removed_at = now(), enabled = false where j.id = p_address and j.removed_at is null
    and ((j.kind = 'bcc' and j.owner_id = me()) or (j.kind = 'journal' and am_admin()));
  if not found then return false; end if;
  perform forget_removed_addresses();
  return true;
end $$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function forget_removed_addresses(), remove_journal_address(uuid) from public;
  grant execute on function forget_removed_addresses() to lupa_intake;
  grant execute on function remove_journal_address(uuid) to lupa_app;
  alter function remove_journal_address(uuid) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
    // In the same breath as the last mail of it was read.
    this.addSql(
      reword('settle_journal_arrival(uuid)', [
        [
          `from jsonb_array_elements(g.recipients) r);`,
          `from jsonb_array_elements(g.recipients) r);
  perform forget_removed_addresses();`,
        ],
      ]),
    )
  }
}
