import { fileOf } from '../../server/sample/load-sample.ts'
import { buildSampleCompany } from '../../server/sample/sample-company.ts'
import type { SampleCase, SampleCompany, SampleMail } from '../../server/sample/sample-types.ts'
import type { CaseFile } from '../../shared/case-file.ts'
import type { Contractor } from '../../shared/contractor.ts'
import type { Received } from '../../shared/message.ts'
import type { TriageRow } from '../../shared/triage.ts'
import type { Judged } from './judge.ts'
import { type Client, openWorld, type World } from './open-world.ts'

const PASSWORD = 'a password for the sample'
const ARRIVAL_MS = 60_000

/** The sample company on a server: its people signed in, and the ids of its files and cases by the sample's keys. */
interface Settled {
  world: World
  clients: Map<string, Client>
  contractors: Map<string, string>
  cases: Map<string, string>
}

type Happening = { at: Date; mail: SampleMail } | { at: Date; opens: SampleCase } | { at: Date; closes: SampleCase }

/**
 * Lets the sample company's months happen on a fresh server in their order: cases open and close, some mails are filed by
 * hand, and what became of each of the others is noted beside what its story says.
 */
export async function playSample(options: { mails?: number }): Promise<Judged[]> {
  const company = buildSampleCompany(options)
  const happenings = happeningsOf(company)
  const world = await openWorld(happenings[0]?.at ?? new Date())
  try {
    const settled = await settle(world, company)
    const judged: { judged: Judged; id: string | null; mailbox: string }[] = []
    for (const happening of happenings) {
      world.setClock(new Date(happening.at.getTime() + ARRIVAL_MS))
      if ('opens' in happening) await openCase(happening.opens, settled)
      else if ('closes' in happening) await closeCase(happening.closes, settled)
      else {
        const received = await handIn(happening.mail, settled)
        if (received) judged.push({ ...outcomeOf(happening.mail, received, settled), mailbox: happening.mail.mailbox })
      }
    }
    return await withLost(judged, settled)
  } finally {
    await world.close()
  }
}

/** In the order of time; a case opens before the mail of the same moment and closes after it. */
function happeningsOf(company: SampleCompany): Happening[] {
  const opening = company.cases.map((opens): Happening => ({ at: opens.opened, opens }))
  const closing = company.cases.flatMap((closes): Happening[] => (closes.closed ? [{ at: closes.closed, closes }] : []))
  const mails = [...company.mails()].map((mail): Happening => ({ at: mail.sentAt, mail }))
  return [...opening, ...mails, ...closing].toSorted((one, other) => one.at.getTime() - other.at.getTime())
}

/** Everybody may see every file here, so that a mail in a wrong one cannot hide from whoever looks for it. */
async function settle(world: World, company: SampleCompany): Promise<Settled> {
  await world.administrator.ask('PATCH', '/api/settings/filing', { borders: [`mx.${company.domain}`] })
  const settled: Settled = { world, clients: new Map(), contractors: new Map(), cases: new Map() }
  for (const { name, email } of company.users) {
    await world.administrator.ask('POST', '/api/users', { name, email, password: PASSWORD })
    settled.clients.set(email, await world.signIn(email, PASSWORD))
  }
  for (const sample of company.contractors) {
    const { id } = await world.administrator.ask<Contractor>('POST', '/api/contractors', fileOf(company, sample))
    settled.contractors.set(sample.key, id)
  }
  return settled
}

async function openCase({ key, contractorKey, title }: SampleCase, { world, contractors, cases }: Settled) {
  const url = `/api/contractors/${contractors.get(contractorKey)}/cases`
  const { id } = await world.administrator.ask<CaseFile>('POST', url, { title })
  cases.set(key, id)
}

async function closeCase({ key }: SampleCase, { world, cases }: Settled) {
  await world.administrator.ask('PATCH', `/api/cases/${cases.get(key)}`, { closed: true })
}

/** What was answered to a mail that had to find its place; null for one that a person filed. */
async function handIn(mail: SampleMail, { clients, contractors, cases }: Settled): Promise<Received | null> {
  const client = clients.get(mail.mailbox)
  if (!client) throw new Error(`nobody has the mailbox ${mail.mailbox}`)
  const source = Buffer.from(mail.source)
  if (!mail.filedByHand || !mail.contractorKey) return client.hand(source)
  const caseId = mail.caseKey && cases.get(mail.caseKey)
  await client.hand(source, `?contractorId=${contractors.get(mail.contractorKey)}${caseId ? `&caseId=${caseId}` : ''}`)
  return null
}

function outcomeOf(mail: SampleMail, received: Received, settled: Settled): { judged: Judged; id: string | null } {
  const filed = received.items.map(item => {
    const contractor = keyOf(settled.contractors, item.contractorId)
    return item.caseId ? `${contractor}/${keyOf(settled.cases, item.caseId)}` : contractor
  })
  const unfiled = received.action === 'leave-out' ? 'left-out' : 'triage'
  const places = mail.truth.places.map(place =>
    place.caseKey ? `${place.contractorKey}/${place.caseKey}` : place.contractorKey,
  )
  return {
    id: received.id,
    judged: {
      key: mail.key,
      theme: mail.theme,
      truth: { ...mail.truth, places },
      outcome: {
        filed,
        state: filed.length > 0 ? 'filed' : unfiled,
        said: `${received.method ?? received.reason}: ${received.evidence}`,
      },
    },
  }
}

/** What is in no file has to stand in the list of its owner at the end of the story, or it is lost. */
async function withLost(all: { judged: Judged; id: string | null; mailbox: string }[], { clients }: Settled) {
  const listed = new Set<string>()
  for (const [email, client] of clients)
    for (const state of ['open', 'left-out'])
      for (const row of await rowsOf(client, state)) listed.add(`${email} ${row.id}`)
  return all.map(({ judged, id, mailbox }): Judged => {
    const isThere = judged.outcome.state === 'filed' || listed.has(`${mailbox} ${id}`)
    return isThere ? judged : { ...judged, outcome: { ...judged.outcome, state: 'lost' } }
  })
}

async function rowsOf(client: Client, state: string): Promise<TriageRow[]> {
  const rows: TriageRow[] = []
  for (let next: string | null = ''; next !== null; ) {
    const cursor: string = next && `&cursor=${encodeURIComponent(next)}`
    const page: { items: TriageRow[]; next: string | null } = await client.ask(
      'GET',
      `/api/triage?state=${state}&limit=200${cursor}`,
    )
    rows.push(...page.items)
    next = page.next
  }
  return rows
}

function keyOf(ids: Map<string, string>, id: string): string {
  for (const [key, value] of ids) if (value === id) return key
  throw new Error(`the sample knows nothing with the id ${id}`)
}
