import { Migration } from '@mikro-orm/migrations'
import { heldAmong, myIds } from './rule.ts'

/** A mail that is filed says the title of its case also where the case is closed, or not among those that stand beside it. */
export class FiledCaseTitles extends Migration {
  override up() {
    this.addSql(`
-- That of 0082, and the title: where the mail of this Message-ID lies, as far as I see it. A Message-ID can be forged: the sender must be the same.
create or replace function pane_filed(p_message_id text, p_sender text) returns json
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  ${myIds}
  places uuid[] := array(
    select i.id from message m join item i on i.object_id = m.id
     where m.message_id = p_message_id and (p_sender = '' or exists (
       select from message_address s where s.message_id = m.id and s.role = 'from' and s.address = p_sender)));
  files uuid[];
  seen uuid[];
  audiences uuid[];
  held uuid[];
begin
  -- Most mails on screen are not filed anywhere.
  if cardinality(places) = 0 then return '[]'; end if;
  audiences := array(
    select a.principal_id from item_access a where a.item_id = any(places)
    union all
    select f.audience_id from filing f where f.item_id = any(places)
    union all
    select k.audience_id from filing f join case_file k on k.id = f.case_file_id where f.item_id = any(places)
    union all
    select c.audience_id from item i join contractor c on c.id = i.contractor_id where i.id = any(places));
  held := ${heldAmong('audiences')} || my_ids;
  select array_agg(distinct a.item_id), array_agg(distinct a.contractor_id) into places, files
    from item_access a where a.item_id = any(places) and (a.principal_id = any(held)) is true;
  if places is null then return '[]'; end if;
  -- Whoever sees a case of a contractor sees the contractor, and mostly that is the case where the mail lies.
  seen := array(
    select c.id from contractor c where c.id = any(files) and c.audience_id = any(held)
    union
    select q.contractor_id from filing f join case_file k on k.id = f.case_file_id join case_party q on q.case_file_id = k.id
     where f.item_id = any(places) and k.audience_id = any(held));
  if not files <@ seen then seen := seen_contractors(files); end if;
  return (select coalesce(json_agg(f), '[]') from (
    select i.id as "itemId", c.id as "contractorId", c.name as "contractorName", c.nip, c.city, k.id as "caseId", k.reference as "caseReference", k.title as "caseTitle",
           u.name as by, iso(coalesce(f.filed_at, g.granted_at)) as at, coalesce(f.method, 'hand') as method,
           case when f.case_file_id is not null and k.id is null then '' else coalesce(f.evidence, '') end as evidence,
           coalesce(f.comment, g.comment) as comment
      from item i join contractor c on c.id = i.contractor_id
      left join filing f on f.item_id = i.id and f.audience_id = any(held)
      left join case_file k on k.id = f.case_file_id and k.audience_id = any(held)
      left join item_grant g on g.item_id = i.id and g.principal_id = me() and f.id is null
      left join app_user u on u.id = coalesce(f.filed_by, g.granted_by)
     where i.id = any(places) and c.id = any(seen)
     order by f.filed_at, i.id limit 50) f);
end $$;
`)
  }
}
