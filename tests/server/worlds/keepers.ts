import { type Company, type Filing, type Item, type Rules, rulesFor } from './company.ts'

/**
 * Who looks after what lies somewhere: whoever wrote it, whoever filed it by hand, and the managers of its file and its case,
 * as far as they see it. Where it was moved to by somebody who did not, those who did before decide; the managers of the
 * place only stay.
 */
function keepersOf(company: Company, item: Item, filing: Filing): { id: string; decides: boolean }[] {
  const { caseFile, filedBy, keptBy, audience } = filing
  const managers = [item.contractor.manager, caseFile?.manager]
  const decide = new Set([item.thing.author, ...(keptBy ?? [filedBy, ...managers])])
  const named = new Set([...decide, ...managers])
  const sees = ({ standsIn, is }: Rules) =>
    standsIn(audience) || [...item.personal].some(([principal, way]) => way !== 'break-glass' && is(principal))
  return company.people
    .filter(({ id, isDisabled }) => !isDisabled && named.has(id) && sees(rulesFor(company, id)))
    .map(({ id }) => ({ id, decides: decide.has(id) }))
}

/** From whom a person cannot take what lies in these places: who looks after it, where he does not. */
export function staying(company: Company, user: string, item: Item, filings: Filing[]): string[] {
  const all = filings.flatMap(filing => {
    const keepers = keepersOf(company, item, filing)
    return keepers.some(({ id, decides }) => id === user && decides) ? [] : keepers.map(({ id }) => id)
  })
  return [...new Set(all)].filter(id => id !== user)
}

/** What lies in a place was moved there from those who look after it: they do so there as well, and the mover does not. */
export function keepIn(
  company: Company,
  user: string,
  { item, filing }: { item: Item; filing: Filing },
  keepers: string[],
) {
  if (keepers.length === 0) return
  const before = filing.keptBy ?? [filing.filedBy, item.contractor.manager, filing.caseFile?.manager]
  filing.keptBy = new Set([...before, ...keepers].flatMap(id => (id && id !== user ? id : [])))
  giveWays(
    item,
    keepers.filter(id => !rulesFor(company, id).standsIn(filing.audience)),
  )
}

/** In their own name, or besides being shared with. */
function giveWays({ personal, besides }: Item, keepers: string[]) {
  for (const id of keepers)
    if (!personal.has(id)) personal.set(id, 'kept')
    else if (personal.get(id) === 'shared' && !besides.has(id)) besides.set(id, 'kept')
}

/** After who may see an item has changed: who lost it and may not gets a way in, and who stands in an audience needs none. */
export function settleKeepers(company: Company, item: Item, keepers: string[] = []) {
  const stands = (id: string) => item.filings.some(({ audience }) => rulesFor(company, id).standsIn(audience))
  giveWays(
    item,
    keepers.filter(id => !stands(id)),
  )
  endWays(item, stands)
}

/** Who may leave keepers out takes their ways back, unless one keeps it for a filing in which he has no say. */
export function endLeftOutWays(company: Company, user: string, item: Item) {
  const still = staying(company, user, item, item.filings)
  endWays(item, id => !still.includes(id))
}

function endWays({ personal, besides }: Item, isOver: (id: string) => boolean) {
  for (const [id, way] of personal) if (way === 'kept' && isOver(id)) personal.delete(id)
  for (const [id, way] of besides) if (way === 'kept' && isOver(id)) besides.delete(id)
}
