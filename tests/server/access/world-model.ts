import type { World } from './world.ts'

/** The visibility rule once more, as short as it can be said, for one user of a world. */
export function modelOf(world: World, user: string) {
  const mine = new Set([user])
  for (let size = 0; size !== mine.size; ) {
    size = mine.size
    for (const group of world.groups) if (group.members.some(member => mine.has(member))) mine.add(group.id)
  }
  const audiences = new Map(world.audiences.map(audience => [audience.id, audience]))
  const namesMe = (id: string | null) => audiences.get(id ?? '')?.members.some(member => mine.has(member)) ?? false
  const inAudience = (id: string) => namesMe(id) || namesMe(audiences.get(id)?.follows ?? null)

  const cases = world.cases.filter(kase => inAudience(kase.audience))
  const contractors = world.contractors.filter(
    one => inAudience(one.audience) || cases.some(kase => kase.parties.includes(one.id)),
  )
  const filings = world.filings.filter(filing => inAudience(filing.audience))
  const isGranted = (item: string) => world.grants.some(grant => grant.item === item && mine.has(grant.principal))
  const items = world.items
    .filter(item => filings.some(filing => filing.item === item.id) || isGranted(item.id))
    .toSorted((one, other) => (one.at === other.at ? (one.id < other.id ? 1 : -1) : one.at < other.at ? 1 : -1))
  const sees = (list: { id: string }[], id: string | null) => list.some(one => one.id === id)

  return {
    cases,
    contractors,
    filings,
    items,
    seesCase: (id: string | null) => sees(cases, id),
    seesContractor: (id: string | null) => sees(contractors, id),
    inAudience,
    filingsOf: (item: string) => filings.filter(filing => filing.item === item),
    /** An item as a row shows it. */
    rowOf(item: World['items'][number]) {
      const own = filings.filter(filing => filing.item === item.id)
      const titles = item.hasOwnTitle
        ? own.flatMap(filing => filing.title ?? []).toSorted((one, other) => (one < other ? -1 : 1))
        : []
      const contractor = contractors.find(one => one.id === item.contractor)
      return {
        id: item.id,
        kind: item.kind,
        objectId: item.object,
        contractorId: contractor?.id ?? null,
        contractorName: contractor?.name ?? null,
        occurredAt: item.at,
        title: titles.at(-1) ?? item.title,
        hasAttachment: item.hasAttachment,
        cases: cases.filter(kase => own.some(filing => filing.caseFile === kase.id)).map(kase => kase.reference),
      }
    },
  }
}
