import type pg from 'pg'

/** A small company made up at random: who is in what, and what lies where for whom. */
export interface World {
  users: string[]
  groups: Group[]
  audiences: Audience[]
  contractors: { id: string; name: string; audience: string }[]
  cases: CaseOf[]
  people: { id: string; name: string; contractor: string }[]
  addresses: { value: string; isDomain: boolean; contractor: string; person: string | null }[]
  messages: { id: string; messageId: string; sender: string }[]
  items: ItemOf[]
  filings: FilingOf[]
  grants: { item: string; principal: string; comment: string }[]
}

interface Group {
  id: string
  name: string
  members: string[]
}

interface Audience {
  id: string
  members: string[]
  follows: string | null
}

interface CaseOf {
  id: string
  reference: string
  audience: string
  parties: string[]
  openedAt: string
  isClosed: boolean
}

interface ItemOf {
  id: string
  contractor: string
  object: string
  kind: string
  at: string
  title: string
  hasOwnTitle: boolean
  hasAttachment: boolean
}

interface FilingOf {
  item: string
  caseFile: string | null
  audience: string
  isOwn: boolean
  title: string | null
  evidence: string
}

/** The moment at which a world is looked at; some of its items lie after it. */
export const NOW = new Date('2026-03-10T12:00:00.000Z')

export interface Dice {
  next(below: number): number
  one<Thing>(things: readonly Thing[]): Thing
  some<Thing>(things: readonly Thing[], most: number): Thing[]
  id(): string
}

/** Numbers and ids that are always the same for a seed. */
export function dice(seed: number): Dice {
  let state = seed
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const one = <Thing>(things: readonly Thing[]) => things[next(things.length)] as Thing
  const hex = (length: number) => Array.from({ length }, () => next(16).toString(16)).join('')
  return {
    next,
    one,
    some: (things, most) => [...new Set(Array.from({ length: next(most + 1) }, () => one(things)))],
    id: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  }
}

/** Makes up a world. Few moments and few people, so that equal times and overlaps are frequent. */
export function makeWorld(seed: number): World {
  const random = dice(seed)
  const users = Array.from({ length: 5 }, random.id)
  const groups = makeGroups(random, users)
  const audiences: Audience[] = []
  const principals = [...users, ...groups.map(group => group.id)]
  const audience = (follows: string | null = null) => {
    const fresh = { id: random.id(), members: random.some(principals, follows ? 2 : 4), follows }
    audiences.push(fresh)
    return fresh.id
  }
  const contractors = Array.from({ length: 3 }, (_, n) => ({
    id: random.id(),
    name: `Firma ${n}`,
    audience: audience(),
  }))
  const cases = Array.from({ length: 8 }, (_, n): CaseOf => {
    const [first, ...others] = [random.one(contractors), ...random.some(contractors, 2)]
    return {
      id: random.id(),
      reference: `S/${String(n).padStart(4, '0')}`,
      audience: audience(random.next(2) ? first.audience : null),
      parties: [...new Set([first, ...others].map(one => one.id))],
      openedAt: `2026-01-0${1 + random.next(3)}T00:00:00.000Z`,
      isClosed: random.next(4) === 0,
    }
  })
  const people = contractors.map(({ id }, n) => ({ id: random.id(), name: `Osoba ${n}`, contractor: id }))
  const messages = Array.from({ length: 10 }, (_, n) => ({
    id: random.id(),
    messageId: `m${random.next(4)}@w.example`,
    sender: `a${n % 3}@b.example`,
  }))
  const addresses = contractors.flatMap(({ id }, n) => [
    { value: `a${random.next(3)}@b.example`, isDomain: false, contractor: id, person: people[n]?.id ?? null },
    ...(random.next(2) ? [{ value: 'b.example', isDomain: true, contractor: id, person: null }] : []),
  ])
  const items = makeItems(random, contractors, messages)
  const filings = items.flatMap(item => makeFilings(random, item, { contractors, cases }, audience))
  const grants = items.flatMap(item =>
    random.some(principals, item.kind === 'mail-in' || random.next(5) === 0 ? 3 : 0).map((principal, n) => ({
      item: item.id,
      principal,
      comment: `dla ${item.title} ${n}`,
    })),
  )
  return { users, groups, audiences, contractors, cases, people, addresses, messages, items, filings, grants }
}

/** A group holds users, and only groups made before it: no circles. */
function makeGroups(random: Dice, users: string[]): Group[] {
  const groups: Group[] = []
  for (let n = 0; n < 4; n += 1) {
    const members = random.some([...users, ...groups.map(group => group.id)], 3)
    groups.push({ id: random.id(), name: `Grupa ${n}`, members })
  }
  return groups
}

const kinds = ['call', 'meeting', 'note', 'invoice']

function makeItems(random: Dice, contractors: World['contractors'], messages: World['messages']): ItemOf[] {
  const mails = messages.flatMap(({ id }) =>
    random.some(contractors, 3).map(one => ({ contractor: one.id, object: id, kind: 'mail-in' })),
  )
  const others = Array.from({ length: 10 + random.next(110) }, () => ({
    // Most lie in one file, so that its pages go beyond what is walked first.
    contractor: (contractors[random.next(3) ? 0 : random.next(contractors.length)] as { id: string }).id,
    object: random.id(),
    kind: random.one(kinds),
  }))
  return [...mails, ...others].map((place, n) => ({
    ...place,
    id: random.id(),
    at: new Date(NOW.getTime() + (random.next(16) - 13) * 3_600_000).toISOString(),
    title: `pozycja ${String(n).padStart(3, '0')}`,
    hasOwnTitle: random.next(4) === 0,
    hasAttachment: random.next(3) === 0,
  }))
}

function makeFilings(
  random: Dice,
  item: ItemOf,
  { contractors, cases }: Pick<World, 'contractors' | 'cases'>,
  circle: () => string,
): FilingOf[] {
  const here = cases.filter(kase => kase.parties.includes(item.contractor))
  const file = contractors.find(one => one.id === item.contractor)
  const places: (CaseOf | null)[] = [random.next(3) ? null : (here[0] ?? null), ...random.some(here, 2)]
  // Of a contractor without cases none is chosen, and he lies in the file once.
  return [...new Set(places.map(place => place ?? null))].map((kase, n) => {
    const isOwn = random.next(4) === 0
    return {
      item: item.id,
      caseFile: kase?.id ?? null,
      audience: isOwn ? circle() : (kase?.audience ?? file?.audience ?? ''),
      isOwn,
      title: item.hasOwnTitle && random.next(3) ? `${item.title} ${n}` : null,
      evidence: `powód ${n}`,
    }
  })
}

/** Writes a world into an emptied database. */
export async function storeWorld(pool: pg.Pool, world: World) {
  await pool.query(
    'truncate app_user, app_group, group_member, membership, audience, contractor, message, item, file_principal, blob cascade',
  )
  const insert = (table: string, columns: string, rows: object[]) =>
    pool.query(`insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(rows),
    ])
  await insert(
    'app_user',
    'id, email, name',
    world.users.map((id, n) => ({ id, email: `u${n}@nasza.example`, name: `Użytkownik ${n}` })),
  )
  await insert('app_group', 'id, name', world.groups)
  await insert(
    'group_member',
    'group_id, member_id',
    world.groups.flatMap(({ id, members }) => members.map(member => ({ group_id: id, member_id: member }))),
  )
  await insert('audience', 'id', world.audiences)
  await insert(
    'audience_member',
    'audience_id, principal_id, is_audience',
    world.audiences.flatMap(({ id, members, follows }) => [
      ...members.map(member => ({ audience_id: id, principal_id: member, is_audience: false })),
      ...(follows ? [{ audience_id: id, principal_id: follows, is_audience: true }] : []),
    ]),
  )
  await insert(
    'contractor',
    'id, name, audience_id',
    world.contractors.map(({ audience, ...one }) => ({ ...one, audience_id: audience })),
  )
  await insert(
    'person',
    'id, name, contractor_id',
    world.people.map(({ contractor, ...one }) => ({ ...one, contractor_id: contractor })),
  )
  await insert(
    'address',
    'value, is_domain, contractor_id, person_id',
    world.addresses.map(one => ({
      value: one.value,
      is_domain: one.isDomain,
      contractor_id: one.contractor,
      person_id: one.person,
    })),
  )
  await insert(
    'case_file',
    'id, reference, title, contractor_id, audience_id, opened_at, closed_at',
    world.cases.map(one => ({
      id: one.id,
      reference: one.reference,
      title: `Sprawa ${one.reference}`,
      contractor_id: one.parties[0],
      audience_id: one.audience,
      opened_at: one.openedAt,
      closed_at: one.isClosed ? NOW : null,
    })),
  )
  await insert(
    'case_party',
    'case_file_id, contractor_id, is_first',
    world.cases.flatMap(({ id, parties }) =>
      parties.map((party, n) => ({ case_file_id: id, contractor_id: party, is_first: n === 0 })),
    ),
  )
  await insert(
    'message',
    'id, message_id, fingerprint, subject, occurred_at, direction, thread, snippet, has_attachment, marks, differs',
    world.messages.map(one => ({
      id: one.id,
      message_id: one.messageId,
      fingerprint: one.id,
      subject: '',
      occurred_at: NOW,
      direction: 'in',
      thread: '',
      snippet: '',
      has_attachment: false,
      marks: [],
      differs: false,
    })),
  )
  await insert(
    'message_address',
    'message_id, role, position, name, address',
    world.messages.map(one => ({ message_id: one.id, role: 'from', position: 0, name: '', address: one.sender })),
  )
  await insert(
    'item',
    'id, contractor_id, kind, object_id, occurred_at, title, has_own_title, has_attachment',
    world.items.map(one => ({
      id: one.id,
      contractor_id: one.contractor,
      kind: one.kind,
      object_id: one.object,
      occurred_at: one.at,
      title: one.title,
      has_own_title: one.hasOwnTitle,
      has_attachment: one.hasAttachment,
    })),
  )
  await pool.query(`insert into item_text (item_id, lexemes) select id, to_tsvector('simple', 'szukane') from item`)
  await insert(
    'filing',
    'item_id, case_file_id, audience_id, own_audience, method, evidence, title',
    world.filings.map(one => ({
      item_id: one.item,
      case_file_id: one.caseFile,
      audience_id: one.audience,
      own_audience: one.isOwn,
      method: 'address',
      evidence: one.evidence,
      title: one.title,
    })),
  )
  await insert(
    'item_grant',
    'item_id, principal_id, reason, comment',
    world.grants.map(one => ({
      item_id: one.item,
      principal_id: one.principal,
      reason: 'shared',
      comment: one.comment,
    })),
  )
}
