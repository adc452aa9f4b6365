/**
 * The one visibility rule, as SQL over the name of a column: I stand in that audience, or in one that it follows.
 * Scalar sub-selects with a limit, because EXISTS lets the planner hash everything a user may see before the first row.
 * Written out where it is used, because PostgreSQL does not inline a function that holds a sub-select, and a call costs
 * ten times the look-up.
 */
export function inAudience(audience: string): string {
  const column = checked(audience)
  return `coalesce(
  (select true from audience_member rule_member join membership rule_mine on rule_mine.principal_id = rule_member.principal_id
    where rule_member.audience_id = ${column} and rule_mine.user_id = me() limit 1),
  (select true from audience_member rule_link
     join audience_member rule_member on rule_member.audience_id = rule_link.principal_id
     join membership rule_mine on rule_mine.principal_id = rule_member.principal_id
    where rule_link.audience_id = ${column} and rule_link.is_audience and rule_mine.user_id = me() limit 1),
  false)`
}

/** The same for a principal of any sort: I am it, or one of my groups is, or I am in that audience. */
export function held(principal: string): string {
  const column = checked(principal)
  // Most principals are audiences, so they are asked first.
  return `(${inAudience(principal)} or coalesce(
  (select true from membership rule_mine where rule_mine.user_id = me() and rule_mine.principal_id = ${column} limit 1), false))`
}

/**
 * The same rule for all audiences of one file at once, as an array: what I am is read once instead of for each. For
 * functions that hold `my_ids` (every principal that I am) and the file's contractor in `p_contractor`.
 */
export const audiencesOfFile = `array(
  select f.principal_id from file_principal f
   where f.contractor_id = p_contractor and f.is_audience and coalesce(
    (select true from audience_member m where m.audience_id = f.principal_id and m.principal_id = any(my_ids) limit 1),
    (select true from audience_member l join audience_member m on m.audience_id = l.principal_id
      where l.audience_id = f.principal_id and l.is_audience and m.principal_id = any(my_ids) limit 1),
    false))`

/** The caller's own aliases must not be hidden by ours: `a.principal_id` inside would silently mean another table. */
function checked(column: string): string {
  if (!/^[a-z]\w*(\.\w+)?$/.test(column) || column.startsWith('rule_')) throw new Error(`not a column: ${column}`)
  return column
}

/**
 * `inAudience` for functions that read once what I am, into `my_ids` (every principal that I am): half the cost of a
 * look-up that starts from `me()` each time.
 */
export function inAudienceOfMine(audience: string): string {
  const column = checked(audience)
  return `coalesce(
  (select true from audience_member rule_member where rule_member.audience_id = ${column} and rule_member.principal_id = any(my_ids) limit 1),
  (select true from audience_member rule_link
     join audience_member rule_member on rule_member.audience_id = rule_link.principal_id
    where rule_link.audience_id = ${column} and rule_link.is_audience and rule_member.principal_id = any(my_ids) limit 1),
  false)`
}

/** The same for a principal of any sort. */
export function heldByMine(principal: string): string {
  return `(${inAudienceOfMine(principal)} or coalesce(${checked(principal)} = any(my_ids), false))`
}

/** Whether I see a contractor, given the alias of its row: the whole file, or a case of it. */
export function contractorSeenByMine(row: string): string {
  return `(${inAudienceOfMine(`${row}.audience_id`)} or coalesce(
  (select true from case_party seen_party join case_file seen_case on seen_case.id = seen_party.case_file_id
    where seen_party.contractor_id = ${row}.id and ${inAudienceOfMine('seen_case.audience_id')} limit 1),
  false))`
}

/** What the functions that use the three above declare. */
export const myIds = `my_ids uuid[] := array(select m.principal_id from membership m where m.user_id = me());`

/**
 * Every principal of one file that I am or stand in, as an array, for functions that hold `my_ids` and `p_contractor`.
 * Most cases follow the contractor's audience, so what is followed is judged once for all of them.
 */
export const heldInFile = `array(
  with stands as materialized (
    select m.audience_id, m.principal_id, m.is_audience
      from file_principal f join audience_member m on m.audience_id = f.principal_id
     where f.contractor_id = p_contractor and f.is_audience and (m.is_audience or m.principal_id = any(my_ids))),
  followed as materialized (
    select f.principal_id from (select distinct s.principal_id from stands s where s.is_audience) f
     where (select true from audience_member m where m.audience_id = f.principal_id and m.principal_id = any(my_ids) limit 1))
  select s.audience_id from stands s where not s.is_audience or s.principal_id in (select f.principal_id from followed f)
  union
  select f.principal_id from file_principal f where f.contractor_id = p_contractor and f.principal_id = any(my_ids))`

/** Hands functions to lupa_identity, the only role that reads secrets of sign-in, and lets only the application call them. */
export function ofIdentity(functions: string[]): string {
  const each = functions.map(
    name => `
revoke execute on function ${name} from public;
grant execute on function ${name} to lupa_app;
alter function ${name} owner to lupa_identity;`,
  )
  return `grant create on schema public to lupa_identity;${each.join('')}
revoke create on schema public from lupa_identity;`
}

/**
 * Those of an array of audiences in which I stand, with those that they follow, as an array, for functions that hold
 * `my_ids`. One look at all of them costs a tenth of the rule written out for each row, and a plan that reads the answer
 * is small: with the rule in every branch, setting a plan up costs more than running it.
 */
export function heldAmong(audiences: string): string {
  if (!/^\w+$/.test(audiences)) throw new Error(`not a variable: ${audiences}`)
  return `array(
  with follows as materialized (
    select l.audience_id, l.principal_id from audience_member l where l.audience_id = any(${audiences}) and l.is_audience),
  standing as materialized (
    select m.audience_id from audience_member m
     where m.audience_id = any(${audiences} || array(select f.principal_id from follows f)) and m.principal_id = any(my_ids))
  select s.audience_id from standing s
  union
  select f.audience_id from follows f where f.principal_id in (select s.audience_id from standing s))`
}
