/** Where an object lies as far as the mover sees it, which people see it there, as far as he may know, and to whom it was shown. */
export const seenBeforeMove = `
  with known as (select o.id from item i join item o on o.object_id = i.object_id where i.id = $1),
  people as (
    select distinct m.user_id from known k cross join lateral item_viewers(k.id) v join membership m on m.principal_id = v.id)
  select array(select id from known) as items, array(select user_id from people) as people,
         (select contractor_id from item where id = $1) as "contractorId",
         array(select s.principal_id from item_shares($1) s where s.reason = 'shared') as shown`

/**
 * Who sees a moved item ($1) and who of them did not before ($3). Where it lay hidden from the mover ($2 is false) there are
 * personal ways in of which he must not learn; only its circles count, recipients, whom the mail itself names, and those to
 * whom it was shown where it is ($6) and still is there, and keepers from whom he cannot take it. Where it lies in that very place ($4, else at large in the file of
 * $5) hidden from him, the people of the place are told, as if it were new there.
 */
export const seenAfterMove = `
  with viewer as (
    select v.id, v.name, v.is_group from item_viewers($1) v where $2
    union select m.id, m.name, m.is_group from filing f cross join lateral audience_members(f.audience_id) m where f.item_id = $1
    union select m.id, m.name, m.is_group
      from coalesce((select k.audience_id from case_file k where k.id = $4), (select c.audience_id from contractor c where c.id = $5)) place
      cross join lateral audience_members(place) m
     where not $2 and not exists (select from filing f where f.item_id = $1 and f.case_file_id is not distinct from $4)
    union select k.id, k.name, false from kept_ways($1) k where k.id = any($3::uuid[])
    union select s.principal_id, s.name, s.is_group from item_shares($1) s
     where s.reason = 'recipient' or (s.reason = 'shared' and s.principal_id = any($6::uuid[]))),
  fresh as (
    select distinct u.id, u.name from viewer v join membership m on m.principal_id = v.id join app_user u on u.id = m.user_id
     where u.disabled_at is null and u.id <> all($3::uuid[]) and u.id <> me())
  select coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name, 'isGroup', v.is_group) order by v.is_group desc, v.name)
             from viewer v), '[]') as viewers,
         coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'isGroup', false) order by f.name, f.id)
             from (select * from fresh order by name, id limit 20) f), '[]') as newcomers,
         (select count(*)::int from fresh) as "newTotal",
         exists (select from filing f where f.item_id = $1 and f.case_file_id is not distinct from $4 and f.own_audience) as "keepsCircle"`
