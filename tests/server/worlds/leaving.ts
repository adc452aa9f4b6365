import { type Audience, type Case, type Company, type Contractor, type Item, type Person, rulesFor } from './company.ts'

/** What somebody left behind, as the model says: files and cases that he looked after or was alone in, and what nobody sees. */
export function leftBehind(company: Company, { id }: Person) {
  const isHis = (one: Contractor | Case) =>
    one.manager === id || (one.audience.members.has(id) && isDeserted(company, one.audience))
  const isLonely = ({ filings, personal }: Item) =>
    (personal.has(id) || filings.some(({ isOwn, audience }) => isOwn && audience.members.has(id))) &&
    filings.every(({ audience }) => isDeserted(company, audience)) &&
    !living(company).some(rules => [...personal.keys()].some(rules.is))
  return {
    contractors: company.contractors.filter(isHis),
    cases: company.cases.filter(isHis),
    items: company.items.filter(isLonely),
  }
}

/** Gives it to a colleague, files first: what lies in them is deserted no more. */
export function giveAway(company: Company, leaver: Person, { id: heir }: Person) {
  for (const part of ['contractors', 'cases'] as const)
    for (const one of leftBehind(company, leaver)[part]) {
      one.manager = heir
      one.audience.members.add(heir)
    }
  for (const item of leftBehind(company, leaver).items) {
    if (item.personal.has(leaver.id)) item.personal.set(heir, 'shared')
    for (const filing of item.filings) {
      if (filing.isOwn && filing.audience.members.has(leaver.id)) filing.audience.members.add(heir)
      if (filing.held?.by === leaver.id) filing.held = { ...filing.held, by: heir }
    }
  }
}

/** Whether nobody who is still here stands in it; an emergency opening is over before long. */
function isDeserted(company: Company, audience: Audience): boolean {
  return !living(company).some(rules => rules.holds(audience))
}

function living(company: Company) {
  const lasting = { ...company, openings: [] }
  return company.people.filter(({ isDisabled }) => !isDisabled).map(({ id }) => rulesFor(lasting, id))
}
