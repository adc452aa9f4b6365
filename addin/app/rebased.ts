/** What was ticked and unticked since `before`, done to what stands there `now`: whom a colleague took out stays out. */
export function rebased(chosen: ReadonlySet<string>, before: string[], now: string[]): ReadonlySet<string> {
  const known = new Set(before)
  const kept = now.filter(id => chosen.has(id) || !known.has(id))
  const added = [...chosen].filter(id => !known.has(id))
  return new Set([...kept, ...added])
}

/** A form brought up to date: what its writer has not touched since `before` is as it is `now`. */
export function broughtUp<Draft extends object>(draft: Draft, before: Draft, now: Draft): Draft {
  const fields = Object.keys(now) as (keyof Draft)[]
  const touched = fields.filter(field => draft[field] !== before[field])
  return { ...now, ...Object.fromEntries(touched.map(field => [field, draft[field]])) }
}
