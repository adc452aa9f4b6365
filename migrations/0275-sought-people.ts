import { Migration } from '@mikro-orm/migrations'

/**
 * A person is sought without reading every mail's head and every entry of the log one by one. And whoever asked to be let in
 * by a provider and was never known here is erased too.
 */
export class SoughtPeople extends Migration {
  override up() {
    this.addSql(`
-- Requests to be let in bear an address, and are no user's: with the person they go.
create function forget_identity_requests(p_pattern text) returns int
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare gone int;
begin
  delete from identity_request r where r.label ~* p_pattern or r.subject ~* p_pattern;
  get diagnostics gone = row_count;
  -- Within two minutes they end by themselves; whoever is on his way meanwhile begins again.
  delete from handover h where h.user_id is null and (h.label ~* p_pattern or h.subject ~* p_pattern);
  return gone;
end $$;
do $$
begin
  grant create on schema public to lupa_identity;
  revoke execute on function forget_identity_requests(text) from public;
  alter function forget_identity_requests(text) owner to lupa_identity;
  grant execute on function forget_identity_requests(text) to lupa_intake;
  revoke create on schema public from lupa_identity;
end $$;
`)
  }
}
