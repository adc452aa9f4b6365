import { Migration } from '@mikro-orm/migrations'

/** From whom forwarded mail came first, as far as it says so itself: for suggestions, and for nothing that files. */
export class Forwarded extends Migration {
  override up() {
    this.addSql(`
create table forwarded_sender (
  message_id uuid not null references message on delete cascade,
  position int not null,
  name text not null,
  address text not null,
  primary key (message_id, position)
);
alter table forwarded_sender enable row level security;
alter table forwarded_sender force row level security;
grant select, insert, delete on forwarded_sender to lupa_intake;
create policy intake on forwarded_sender to lupa_intake using (true) with check (true);
grant select on forwarded_sender to lupa_app;
create policy of_visible_message on forwarded_sender for select to lupa_app using (sees_message(forwarded_sender.message_id));

-- Keeps from whom a mail of mine was forwarded, and answers who has these addresses, as filing_facts does.
create function put_forwarded(p_message uuid, p_senders jsonb, p_addresses text[]) returns jsonb
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not sees_message(p_message) then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into forwarded_sender (message_id, position, name, address)
    select p_message, s.n, s.sender->>'name', s.sender->>'address' from jsonb_array_elements(p_senders) with ordinality s(sender, n)
    on conflict do nothing;
  return filing_facts(p_addresses, '{}', '', null);
end $$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function put_forwarded(uuid, jsonb, text[]) from public;
  grant execute on function put_forwarded(uuid, jsonb, text[]) to lupa_app;
  alter function put_forwarded(uuid, jsonb, text[]) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
