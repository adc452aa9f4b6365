/**
 * The one visibility rule, as SQL over the name of a principal's column: I am it, or one of my groups is; I stand in
 * that audience; or in one that it follows. Scalar sub-selects with a limit, because EXISTS lets the planner hash
 * everything a user may see before the first row. Written out where it is used, because PostgreSQL does not inline a
 * function that holds a sub-select, and a call costs ten times the look-up.
 */
export function held(principal: string): string {
  return `coalesce(
  (select true from membership m where m.user_id = (select me()) and m.principal_id = ${principal} limit 1),
  (select true from audience_member a join membership m on m.user_id = (select me()) and m.principal_id = a.principal_id
    where a.audience_id = ${principal} limit 1),
  (select true from audience_member l
     join audience_member a on a.audience_id = l.principal_id
     join membership m on m.user_id = (select me()) and m.principal_id = a.principal_id
    where l.audience_id = ${principal} and l.is_audience limit 1),
  false)`
}
