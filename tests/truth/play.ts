import type { Received } from '../../shared/message.ts'
import type { TriageRow } from '../../shared/triage.ts'
import type { BuiltMail } from './build-mail.ts'
import { type CaseKey, cases } from './cases.ts'
import type { Judged, Outcome } from './judge.ts'
import type { Step } from './mail-plan.ts'
import type { Client, World } from './open-world.ts'
import type { Settled } from './settle.ts'
import type { PlaceName } from './truth.ts'

const ARRIVAL_MS = 60_000

/** Lets the story happen on a server, mail by mail, and notes what became of each mail that had to find its place. */
export async function play(steps: Step[], mails: Map<string, BuiltMail>, world: World, settled: Settled) {
  const judged: Judged[] = []
  for (const step of steps) {
    if ('closes' in step) {
      await closeCase(step.closes, world, settled)
      continue
    }
    const mail = mails.get(step.mail.key)
    if (!mail) throw new Error(`"${step.mail.key}" has not been told`)
    world.setClock(new Date(mail.date.getTime() + ARRIVAL_MS))
    const client = settled.clients[mail.owner]
    if ('filedBy' in step) {
      await client.hand(mail.source, queryOf(step.place, settled))
      continue
    }
    const outcome = await arrive(mail, client, settled)
    judged.push({ key: mail.key, theme: step.theme, truth: step.truth, outcome: outcome.outcome })
    if (step.afterwards) await putRight(step.afterwards, outcome.received, mail, client, settled)
  }
  return judged
}

async function closeCase(key: CaseKey, world: World, settled: Settled) {
  const { caseId } = settled.idOf(`${cases[key].contractor}/${key}`)
  await world.administrator.ask('PATCH', `/api/cases/${caseId}`, { closed: true })
}

/** Hands a mail in without naming a place, and asks where it is now. */
async function arrive(
  mail: BuiltMail,
  client: Client,
  settled: Settled,
): Promise<{ received: Received; outcome: Outcome }> {
  const before = new Set((await triageOf(client)).map(row => row.id))
  const received = await client.hand(mail.source)
  const filed = received.items.map(item => settled.nameOf(item.contractorId, item.caseId)).toSorted()
  const said = `${received.method ?? received.reason ?? received.action}: ${received.evidence}`
  if (filed.length > 0) return { received, outcome: { filed, state: 'filed', said } }
  const row = (await triageOf(client)).find(candidate => !before.has(candidate.id))
  const state = row ? (row.state === 'open' ? 'triage' : 'left-out') : 'lost'
  return { received, outcome: { filed, state, said } }
}

async function triageOf(client: Client): Promise<TriageRow[]> {
  const rows: TriageRow[] = []
  for (const state of ['open', 'left-out']) {
    let cursor: string | null = ''
    while (cursor !== null) {
      const more: string = cursor && `&cursor=${encodeURIComponent(cursor)}`
      const page: { items: TriageRow[]; next: string | null } = await client.ask(
        'GET',
        `/api/triage?state=${state}&limit=200${more}`,
      )
      rows.push(...page.items)
      cursor = page.next
    }
  }
  return rows
}

/** What a person does who sees that a mail lies in the wrong place, or in none. */
async function putRight(place: PlaceName, received: Received, mail: BuiltMail, client: Client, settled: Settled) {
  const [item] = received.items
  if (!item) await client.hand(mail.source, queryOf(place, settled))
  else if (settled.nameOf(item.contractorId, item.caseId) !== place) {
    await client.ask('PATCH', `/api/items/${item.id}`, settled.idOf(place))
  }
}

function queryOf(place: PlaceName, settled: Settled): string {
  const { contractorId, caseId } = settled.idOf(place)
  return `?contractorId=${contractorId}${caseId ? `&caseId=${caseId}` : ''}`
}
