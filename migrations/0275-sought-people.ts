import { Migration } from '@mikro-orm/migrations'

/**
 * A person is sought without reading every mail's head and every entry of the log one by one. And whoever asked to be let in
 * by a provider and was never known here is erased too.
 */
export class SoughtPeople extends Migration {
  override up() {
    this.addSql(`
-- Requests to be let in bear an address or a name, and are no user's: with the person they go.
create function forget_identity_requests(p_pattern text, p_names text[]) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  delete from identity_request r where r.label ~* p_pattern or r.subject ~* p_pattern or r.label = any(p_names);
  -- Whoever is on the way in at this moment begins again.
  delete from handover h where h.user_id is null and (h.label ~* p_pattern or h.subject ~* p_pattern or h.label = any(p_names));
end $$;
-- What 0223 erases at the end, and such requests with it.
alter function erase_records(uuid) rename to erase_stored_records;
create function erase_records(p_erasure uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  perform forget_identity_requests(person_pattern(e.addresses), e.names) from erasure e where e.id = p_erasure;
  perform erase_stored_records(p_erasure);
end $$;
do $$
begin
  grant create on schema public to lupa_identity, lupa_intake;
  revoke execute on function forget_identity_requests(text, text[]), erase_records(uuid) from public;
  alter function forget_identity_requests(text, text[]) owner to lupa_identity;
  grant execute on function forget_identity_requests(text, text[]) to lupa_intake;
  alter function erase_records(uuid) owner to lupa_intake;
  revoke create on schema public from lupa_identity, lupa_intake;
end $$;
`)
  }
}
