import { expect, it } from 'vitest'
import type { Statement } from '../../../server/database/work.ts'
import { readBundle, readRows } from '../../../server/item/read-rows.ts'
import { readCaseTimeline, readCompanyTimeline, readTimeline } from '../../../server/item/read-timeline.ts'
import { filePage } from '../../../server/item/rows.sql.ts'
import { lookupFile, paneLookup } from '../../../server/lookup/lookup.sql.ts'
import type { ItemRow, TimelineQuery } from '../../../shared/item.ts'
import { openTestHouse } from '../../support/house.ts'
import { type Dice, dice, makeWorld, NOW, storeWorld, type World } from './world.ts'
import { modelOf } from './world-model.ts'

const test = await openTestHouse()
const FIRST = Number(process.env.LUPA_TEST_SEED ?? Date.now() % 1_000_000)
const WORLDS = Number(process.env.LUPA_TEST_RULE_WORLDS ?? 4)

const alphabetical = (one: string, other: string) => (one < other ? -1 : 1)

type Model = ReturnType<typeof modelOf>

const itemsOfMessage: Statement = { name: 'test-items-of-message', text: 'select items_of_message($1) as items' }
const underPolicies: Statement = {
  name: 'test-under-policies',
  text: `select array(select id::text from item) as items, array(select id::text from contractor) as contractors,
    array(select id::text from case_file) as cases, (select count(*)::int from filing) as filings`,
}

/** Worlds that once showed a fault: somebody who stands in audiences both by himself and by his groups. */
const REMEMBERED = [558_114]

it.each([...REMEMBERED, ...Array.from({ length: WORLDS }, (_, n) => FIRST + n)])(
  'shows each user of a world what the rule says, and nothing else (LUPA_TEST_SEED=%i)',
  async seed => {
    const world = makeWorld(seed)
    const random = dice(seed + 1)
    await storeWorld(test.asSuper, world)
    for (const user of world.users) await checkAll(random, world, user)

    // What somebody was let into yesterday is nothing to him today.
    for (const audience of world.audiences) audience.members = random.some(audience.members, 3)
    await test.asSuper.query(
      `delete from audience_member m where not is_audience
         and not exists (select from json_array_elements($1) a where a->>'id' = m.audience_id::text and (a->'members')::jsonb ? m.principal_id::text)`,
      [JSON.stringify(world.audiences)],
    )
    for (const group of world.groups) group.members = random.some(group.members, 2)
    await test.asSuper.query(
      `delete from group_member m where not exists
         (select from json_array_elements($1) g where g->>'id' = m.group_id::text and (g->'members')::jsonb ? m.member_id::text)`,
      [JSON.stringify(world.groups)],
    )
    for (const user of world.users) await checkAll(random, world, user)
  },
  60_000,
)

async function checkAll(random: Dice, world: World, user: string) {
  const model = modelOf(world, user)
  await checkPolicies(model, user)
  await checkRows(random, world, model, user)
  await checkFiles(random, world, model, user)
  await checkCases(random, world, model, user)
  await checkMatches(world, model, user)
  await checkFiled(world, model, user)
  await checkPane(random, world, model, user)
}

/** The model and the policies say the same, so that the functions are judged by both. */
async function checkPolicies(model: Model, user: string) {
  const [seen] = await test.house.database.read(user, query =>
    query<{ items: string[]; contractors: string[]; cases: string[]; filings: number }>(underPolicies, []),
  )
  expect(new Set(seen?.items)).toEqual(new Set(idsOf(model.items)))
  expect(new Set(seen?.contractors)).toEqual(new Set(idsOf(model.contractors)))
  expect(new Set(seen?.cases)).toEqual(new Set(idsOf(model.cases)))
  expect(seen?.filings).toBe(model.filings.length)
}

async function checkRows(random: Dice, world: World, model: Model, user: string) {
  const asked = [...random.some(world.items, 200).map(item => item.id), random.id(), random.id()]
  const found = await test.house.database.read(user, query => readRows(query, asked))
  const expected = asked.flatMap(id => model.items.find(item => item.id === id) ?? [])
  expect(found.map(shown)).toEqual(expected.map(model.rowOf))
  expect(await test.house.database.read(user, query => readRows(query, []))).toEqual([])
}

async function checkFiles(random: Dice, world: World, model: Model, user: string) {
  for (const { id } of world.contractors) {
    for (const filter of filtersOf(random, world)) {
      const pages = pagesOf(cursor =>
        test.house.database.read(user, query => readTimeline(query, id, { ...filter, ...cursor }, NOW)),
      )
      if (model.seesContractor(id) && (!filter.caseId || model.seesCase(filter.caseId)))
        await expect(pages, JSON.stringify(filter)).resolves.toEqual(
          within(model, filter, item => item.contractor === id).map(model.rowOf),
        )
      else await expect(pages).rejects.toThrow('not-found')
    }
    // Who was given single items of a file that is closed to him finds them, without its name.
    const rows = await test.house.database.read(user, query =>
      readBundle(query, filePage, [
        id,
        null,
        null,
        null,
        '-infinity',
        NOW.toISOString(),
        '00000000-0000-0000-0000-000000000000',
        500,
      ]),
    )
    const before = model.items.filter(item => item.contractor === id && item.at < NOW.toISOString())
    expect(rows.map(shown)).toEqual(before.map(model.rowOf))
  }
}

async function checkCases(random: Dice, world: World, model: Model, user: string) {
  const limit = 1 + random.next(6)
  const all = await pagesOf(cursor =>
    test.house.database.read(user, query => readCompanyTimeline(query, { limit: limit + 20, ...cursor }, NOW)),
  )
  expect(all).toEqual(within(model, {}, () => true).map(model.rowOf))
  for (const { id } of random.some(world.cases, 4)) {
    const pages = pagesOf(cursor =>
      test.house.database.read(user, query => readCaseTimeline(query, id, { limit, ...cursor }, NOW)),
    )
    if (model.seesCase(id))
      await expect(pages).resolves.toEqual(within(model, { caseId: id }, () => true).map(model.rowOf))
    else await expect(pages).rejects.toThrow('not-found')
  }
}

async function checkMatches(world: World, model: Model, user: string) {
  const addresses = ['a0@b.example', 'a1@b.example', 'b.example', 'nobody@else.example']
  const { facts } = await factsFor(user, [addresses, [], '', null, null])
  const expected = world.addresses
    .filter(one => (one.isDomain ? ['b.example'] : addresses).includes(one.value))
    .map(one => {
      const person = world.people.find(known => known.id === one.person)?.name ?? null
      return model.seesContractor(one.contractor)
        ? `${one.value} ${nameOf(world, one.contractor)} ${person}`
        : `${one.value} null null`
    })
  expect(facts.addresses.map(({ value, name, person }) => `${value} ${name} ${person}`).toSorted(alphabetical)).toEqual(
    expected.toSorted(alphabetical),
  )
  for (const fact of facts.addresses) expect(fact.visible).toBe(model.seesContractor(fact.contractorId))
  expect(facts.addresses).toHaveLength(
    world.addresses.filter(one => (one.isDomain ? ['b.example'] : addresses).includes(one.value)).length,
  )
  const open = model.cases.filter(kase => !kase.isClosed)
  for (const { contractorId, openCases } of facts.addresses) {
    const here = idsOf(open.filter(kase => kase.parties.includes(contractorId)))
    expect(here).toEqual(expect.arrayContaining(idsOf(openCases)))
    expect(openCases).toHaveLength(Math.min(2, here.length))
  }
}

async function checkFiled(world: World, model: Model, user: string) {
  const references = [...new Set(world.messages.map(message => message.messageId))]
  for (const sender of ['', 'a1@b.example']) {
    for (const messageId of references) {
      const { filed } = await factsFor(user, [[], references, sender, null, messageId])
      const meant = world.messages.filter(
        one => one.messageId === messageId && (sender === '' || one.sender === sender),
      )
      const expected = placesOf(world, model, user, idsOf(meant))
      expect(
        filed
          .map(one => [one.itemId, one.contractorId, one.caseId, one.evidence, one.comment].join())
          .toSorted(alphabetical),
      ).toEqual(
        expected
          .map(one => [one.item, one.contractor, one.caseId, one.evidence, one.comment].join())
          .toSorted(alphabetical),
      )
    }
  }
  for (const { id } of world.messages) {
    const [found] = await test.house.database.read(user, query =>
      query<{ items: { id: string; contractorId: string; caseId: string | null }[] }>(itemsOfMessage, [id]),
    )
    const shownTo = found?.items.map(item => `${item.id} ${item.contractorId} ${item.caseId}`) ?? []
    const expected = model.items
      .filter(item => item.object === id && model.seesContractor(item.contractor))
      .flatMap(item => {
        const cases = model.filingsOf(item.id).map(filing => filing.caseFile)
        return (cases.length > 0 ? cases : [null]).map(caseId => `${item.id} ${item.contractor} ${caseId}`)
      })
    expect(shownTo.toSorted(alphabetical)).toEqual(expected.toSorted(alphabetical))

    const { facts } = await factsFor(user, [[], references, '', id, null])
    const lies = world.filings.filter(filing => world.items.some(item => item.object === id && item.id === filing.item))
    expect(facts.filed).toHaveLength(lies.length)
    for (const one of facts.filed)
      expect(one.visible).toBe(
        model.seesContractor(one.contractorId) && (one.caseId === null || model.seesCase(one.caseId)),
      )
    for (const thread of facts.threads)
      expect(thread.visible).toBe(
        thread.caseId === null ? model.seesContractor(thread.contractorId) : model.seesCase(thread.caseId),
      )
  }
}

async function checkPane(random: Dice, world: World, model: Model, user: string) {
  for (const contractor of [null, ...idsOf(world.contractors)]) {
    const others = [...idsOf(random.some(world.contractors, 2)), random.id()]
    const cases = [null, ...idsOf(random.some(world.cases, 4))]
    const [answer] = await test.house.database.read(user, query =>
      query<{ file: PaneFile; bundle: unknown }>(lookupFile, [contractor, others, cases, NOW.toISOString(), 5]),
    )
    const file = answer?.file
    if (contractor) {
      const beside = await lookUpAs(user, [[], [], '', null], contractor)
      const alone = { ...file, cases: [], contractors: file?.contractors.filter(one => one.id === contractor) }
      expect(beside.file).toEqual(alone)
      expect(beside.bundle).toEqual(answer?.bundle)
    }
    const asked = [contractor, ...others]
    expect(idsOf(file?.contractors ?? []).toSorted(alphabetical)).toEqual(
      idsOf(model.contractors.filter(one => asked.includes(one.id))).toSorted(alphabetical),
    )
    expect(idsOf(file?.cases ?? []).toSorted(alphabetical)).toEqual(
      idsOf(model.cases.filter(one => cases.includes(one.id))).toSorted(alphabetical),
    )
    const open = model.cases
      .filter(kase => !kase.isClosed && kase.parties.includes(contractor ?? ''))
      .toSorted((one, other) => (`${one.openedAt}${one.id}` < `${other.openedAt}${other.id}` ? 1 : -1))
    expect(idsOf(file?.openCases ?? [])).toEqual(idsOf(open))
    const audience = world.contractors.find(one => one.id === contractor)?.audience
    const members = world.audiences.find(one => one.id === audience && model.inAudience(one.id))?.members ?? []
    expect(idsOf(file?.audience ?? []).toSorted(alphabetical)).toEqual(members.toSorted(alphabetical))
  }
}

interface PaneFile {
  contractors: { id: string }[]
  cases: { id: string }[]
  openCases: { id: string }[]
  audience: { id: string }[]
}

interface Facts {
  file: PaneFile | null
  bundle?: unknown
  facts: {
    addresses: {
      value: string
      name: string | null
      person: string | null
      contractorId: string
      visible: boolean
      openCases: { id: string }[]
    }[]
    filed: { contractorId: string; caseId: string | null; visible: boolean }[]
    threads: { contractorId: string; caseId: string | null; visible: boolean }[]
  }
  filed: { itemId: string; contractorId: string; caseId: string | null; evidence: string; comment: string | null }[]
}

/** Facts as the pane asks for them, with nothing named in a subject. */
async function factsFor(user: string, parameters: unknown[]): Promise<Facts> {
  const [addresses, references, sender, stored, messageId] = parameters
  const none = { file: null, filed: [] }
  if (stored) {
    const factsOf = { name: 'facts-of', text: 'select filing_facts($1, $2, $3, $4) as facts' }
    const known = [addresses, references, sender, stored]
    const [row] = await test.house.database.read(user, query => query<Pick<Facts, 'facts'>>(factsOf, known))
    return { facts: row?.facts as Facts['facts'], ...none }
  }
  return lookUpAs(user, [addresses, references, sender, messageId], null)
}

/** What a lookup asks in one go: the facts, and the file of that contractor beside them. */
async function lookUpAs(user: string, parameters: unknown[], contractor: string | null): Promise<Facts> {
  const asked = [...parameters, [], [], '', contractor, NOW.toISOString(), 5]
  const [row] = await test.house.database.read(user, query => query<{ answer: Facts }>(paneLookup, asked))
  if (!row) throw new Error('an answer is always one row')
  return row.answer
}

/** Where messages lie for somebody: each of his filings; for what was only given to him, the words that came with it. */
function placesOf(world: World, model: Model, user: string, messages: string[]) {
  return model.items
    .filter(item => messages.includes(item.object) && model.seesContractor(item.contractor))
    .flatMap(item => {
      const filings = model.filingsOf(item.id).map(filing => {
        const isShown = filing.caseFile === null || model.seesCase(filing.caseFile)
        return { caseId: isShown ? filing.caseFile : null, evidence: isShown ? filing.evidence : '', comment: null }
      })
      const grant = world.grants.find(one => one.item === item.id && one.principal === user)
      const given = { caseId: null, evidence: '', comment: grant?.comment ?? null }
      return (filings.length > 0 ? filings : [given]).map(one => ({
        item: item.id,
        contractor: item.contractor,
        ...one,
      }))
    })
}

/** Different narrowings of a page, and none. */
function filtersOf(random: Dice, world: World): TimelineQuery[] {
  const hour = () => new Date(NOW.getTime() - random.next(13) * 3_600_000).toISOString()
  const kind = random.some(['call', 'meeting', 'note', 'invoice', 'mail-in'] as const, 3)
  return [
    { limit: 1 + random.next(8) },
    { limit: 40 },
    { limit: 1 + random.next(8), ...(kind.length > 0 && { kind }) },
    { limit: 1 + random.next(8), attachment: random.next(2) === 0 },
    { limit: 1 + random.next(8), from: hour(), to: hour() },
    { limit: 1 + random.next(8), caseId: random.one(world.cases).id },
    { limit: 1 + random.next(8), q: 'szukane', ...(kind.length > 0 && { kind }) },
  ]
}

function within(model: Model, filter: TimelineQuery, isIn: (item: World['items'][number]) => boolean) {
  const { caseId, kind, attachment, from = '', to = 'infinity' } = filter
  return model.items.filter(
    item =>
      isIn(item) &&
      // Words find what is to come as well.
      (filter.q !== undefined || item.at <= NOW.toISOString()) &&
      item.at >= from &&
      item.at < to &&
      (kind === undefined || [kind].flat().includes(item.kind as ItemRow['kind'])) &&
      (attachment === undefined || item.hasAttachment === attachment) &&
      (caseId === undefined || model.filingsOf(item.id).some(filing => filing.caseFile === caseId)),
  )
}

/** All rows of a list, page by page. */
async function pagesOf(read: (cursor: { cursor?: string }) => Promise<{ items: ItemRow[]; next: string | null }>) {
  const rows: ItemRow[] = []
  let cursor: { cursor?: string } = {}
  for (;;) {
    const { items, next } = await read(cursor)
    rows.push(...items)
    if (next === null) return rows.map(shown)
    cursor = { cursor: next }
  }
}

function shown({ snippet: _snippet, who: _who, found: _found, cases, ...row }: ItemRow) {
  return { ...row, cases: cases.map(chip => chip.reference) }
}

function nameOf(world: World, contractor: string) {
  return world.contractors.find(one => one.id === contractor)?.name
}

function idsOf(list: { id: string }[]): string[] {
  return list.map(one => one.id)
}
