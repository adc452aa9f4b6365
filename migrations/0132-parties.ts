import { Migration } from '@mikro-orm/migrations'

/** A case may come to concern further contractors, and later no longer. */
export class CaseParties extends Migration {
  override up() {
    this.addSql(`
-- Whoever sees the case and stands in the contractor's audience makes him a party: from then on those who see the case know of him.
create function add_party(p_case uuid, p_contractor uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not sees_case(p_case) or not holds_contractor(p_contractor) then raise exception 'not-found' using errcode = 'LU404'; end if;
  insert into case_party (case_file_id, contractor_id, is_first) values (p_case, p_contractor, false) on conflict do nothing;
  if found then
    insert into audit_entry (user_id, verb, object_type, object_id, details)
      values (me(), 'changed', 'case', p_case, jsonb_build_object('partyAdded', p_contractor));
    insert into change (topic, contractor_id, case_file_id) values ('case', p_contractor, p_case);
  end if;
end $$;

-- Nothing of his may lie in the case any more, whoever may see it; that something does is told only as "not now".
create function remove_party(p_case uuid, p_contractor uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if not sees_case(p_case) or not holds_contractor(p_contractor)
     or not exists (select from case_party p where p.case_file_id = p_case and p.contractor_id = p_contractor) then
    raise exception 'not-found' using errcode = 'LU404';
  end if;
  if exists (select from case_party p where p.case_file_id = p_case and p.contractor_id = p_contractor and p.is_first)
     or exists (select from filing f join item i on i.id = f.item_id where f.case_file_id = p_case and i.contractor_id = p_contractor) then
    raise exception 'not-allowed' using errcode = 'LU403';
  end if;
  delete from case_party where case_file_id = p_case and contractor_id = p_contractor;
  insert into audit_entry (user_id, verb, object_type, object_id, details)
    values (me(), 'changed', 'case', p_case, jsonb_build_object('partyRemoved', p_contractor));
  insert into change (topic, contractor_id, case_file_id) values ('case', p_contractor, p_case);
end $$;

do $$
declare f regprocedure;
begin
  grant create on schema public to lupa_intake;
  foreach f in array array['add_party(uuid, uuid)'::regprocedure, 'remove_party(uuid, uuid)'] loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to lupa_app', f);
    execute format('alter function %s owner to lupa_intake', f);
  end loop;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
