import { Migration } from '@mikro-orm/migrations'

/** A contractor that was opened by mistake can be removed, as long as nothing has to do with it. */
export class RemovedContractors extends Migration {
  override up() {
    this.addSql(`
-- Whether anything lies in a file or names it, also what the caller does not see. Not its own addresses and people, nor who
-- follows it or has it at hand.
create function is_file_in_use(p_contractor uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from item i where i.contractor_id = p_contractor)
    or exists (select from case_file k where k.contractor_id = p_contractor)
    or exists (select from case_party q where q.contractor_id = p_contractor)
    or exists (select from document d where d.contractor_id = p_contractor)
    or exists (select from activity a where a.contractor_id = p_contractor)
    or exists (select from meeting_invitation g where g.contractor_id = p_contractor)
    or exists (select from decision d where d.contractor_id = p_contractor)
    or exists (select from teaching t where t.contractor_id = p_contractor)
    or exists (select from never_address n where n.contractor_id = p_contractor)
    or exists (select from thread_choice t where t.contractor_id = p_contractor)
    or exists (select from document_choice d where d.contractor_id = p_contractor)
    or exists (select from upload_key u where u.contractor_id = p_contractor)
    or exists (select from rule r cross join lateral rule_in_force(r.id) v where r.removed_at is null and v.contractor_id = p_contractor)
    or exists (select from contractor_relation r where p_contractor in (r.contractor_id, r.related_id))
    or exists (select from merged_contractor m where m.into_id = p_contractor)
    or exists (select from legal_hold h where h.object_type = 'contractor' and h.object_id = p_contractor and h.lifted_at is null)
    or exists (select from break_glass b where b.object_type = 'contractor' and b.object_id = p_contractor);
end $$;

-- Removes a file that nothing lies in and nothing names: for its manager, or an administrator who stands in its circle. The
-- one refusal has so many reasons, most of them nobody's mail, that it says of none that it is there.
create function remove_contractor(p_contractor uuid) returns void
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  c contractor;
begin
  -- Whoever files into it meanwhile was first, or finds it gone.
  select * into c from contractor where id = p_contractor for update;
  if c.id is null or not sees_contractor(p_contractor) then raise exception 'not-found' using errcode = 'LU404'; end if;
  if not stands_in(c.audience_id) or not (am_admin() or c.manager_id = me()) then
    raise exception 'not-allowed' using errcode = 'LU403';
  end if;
  if is_file_in_use(p_contractor) then raise exception 'contractor-in-use' using errcode = 'LU428'; end if;
  delete from follow where object_type = 'contractor' and object_id = p_contractor;
  delete from file_principal where contractor_id = p_contractor;
  delete from contractor where id = p_contractor;
  insert into audit_entry (user_id, verb, object_type, object_id, details) values (me(), 'contractor-removed', 'contractor', p_contractor, '{}');
end $$;

do $$
begin
  grant create on schema public to lupa_intake;
  revoke execute on function is_file_in_use(uuid) from public;
  alter function is_file_in_use(uuid) owner to lupa_intake;
  revoke execute on function remove_contractor(uuid) from public;
  grant execute on function remove_contractor(uuid) to lupa_app;
  alter function remove_contractor(uuid) owner to lupa_intake;
  revoke create on schema public from lupa_intake;
end $$;
`)
  }
}
