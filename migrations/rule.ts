/**
 * The one visibility rule, as SQL over the name of a principal's column: I am it, or one of my groups is; I stand in
 * that audience; or in one that it follows. Scalar sub-selects with a limit, because EXISTS lets the planner hash
 * everything a user may see before the first row. Written out where it is used, because PostgreSQL does not inline a
 * function that holds a sub-select, and a call costs ten times the look-up.
 */
export function held(principal: string): string {
  // The caller's own aliases must not be hidden by ours: `a.principal_id` inside would silently mean another table.
  if (!/^[a-z]\w*(\.\w+)?$/.test(principal) || principal.startsWith('rule_'))
    throw new Error(`not a column: ${principal}`)
  return `coalesce(
  (select true from membership rule_mine where rule_mine.user_id = (select me()) and rule_mine.principal_id = ${principal} limit 1),
  (select true from audience_member rule_member
     join membership rule_mine on rule_mine.user_id = (select me()) and rule_mine.principal_id = rule_member.principal_id
    where rule_member.audience_id = ${principal} limit 1),
  (select true from audience_member rule_link
     join audience_member rule_member on rule_member.audience_id = rule_link.principal_id
     join membership rule_mine on rule_mine.user_id = (select me()) and rule_mine.principal_id = rule_member.principal_id
    where rule_link.audience_id = ${principal} and rule_link.is_audience limit 1),
  false)`
}
