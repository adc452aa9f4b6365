import { fileOf } from '../../../server/sample/load-sample.ts'
import type { SampleActivity } from '../../../server/sample/sample-types.ts'
import { goldenContractor } from '../../../server/sample/words/golden.ts'
import type { World } from '../../e2e/thunderbird/world.ts'
import { buildMail } from '../../support/mail.ts'
import { long, type Story } from './story.ts'

/** What the pictures need to know of the file. */
export interface File {
  contractorId: string
  /** Where the golden person writes from. */
  address: string
  longId: string
}

/** Puts the story's contractors, cases, mails and activities into the server, as people would. */
export async function moveIn({ ask, hand }: World, { company, filed }: Story, language: 'pl' | 'en'): Promise<File> {
  await ask('PATCH', '/api/me', { language })
  for (const address of [`@${company.domain}`, '@firma.example']) await ask('POST', '/api/own-addresses', { address })
  const ids = new Map<string, string>()
  for (const contractor of company.contractors)
    ids.set(contractor.key, (await ask('POST', '/api/contractors', fileOf(company, contractor))).id)
  for (const { key, contractorKey, title } of company.cases.filter(({ closed }) => closed === null))
    ids.set(key, (await ask('POST', `/api/contractors/${ids.get(contractorKey)}/cases`, { title })).id)
  const contractorId = ids.get(goldenContractor) ?? ''
  for (const { source, caseKey } of filed) {
    const place = { contractorId, ...(caseKey && ids.has(caseKey) && { caseId: ids.get(caseKey) }) }
    await hand(Buffer.from(source), `?${new URLSearchParams(place as Record<string, string>)}`)
  }
  const me = (await ask('GET', '/api/me')).id
  for (const activity of company.activities.filter(one => one.contractorKey === goldenContractor))
    await ask('POST', '/api/activities', activityOf(activity, contractorId, me))
  const longId = await addLong({ ask, hand })
  for (const template of templates) await ask('POST', '/api/mail-templates', template)
  const [person] = company.persons.filter(one => one.contractorKey === goldenContractor)
  return { contractorId, address: person?.emails[0] ?? '', longId }
}

function activityOf(activity: SampleActivity, contractorId: string, me: string) {
  const { kind, title, note, start, end, due, state } = activity
  return {
    kind,
    contractorId,
    title,
    note,
    startsAt: start.toISOString(),
    ...(end && { endsAt: end.toISOString() }),
    ...(due && { dueOn: due.toISOString().slice(0, 10) }),
    ...(kind === 'task' && { assigneeId: me }),
    ...(kind === 'task' && state !== 'planned' && { state }),
  }
}

/** The contractor with the long names, whose one document is confidential. */
async function addLong({ ask, hand }: Pick<World, 'ask' | 'hand'>): Promise<string> {
  const people = [{ name: long.person, addresses: [long.address] }]
  const { id } = await ask('POST', '/api/contractors', { name: long.name, addresses: [long.domain], people })
  await ask('POST', `/api/contractors/${id}/cases`, { title: long.caseTitle })
  const attachments = [{ name: 'harmonogram.pdf', type: 'application/pdf', content: secret }]
  await hand(Buffer.from(buildMail({ from: long.address, subject: 'Harmonogram', attachments })), `?contractorId=${id}`)
  const { items } = await ask('GET', `/api/contractors/${id}/timeline?kind=mail-in`)
  await ask('PATCH', `/api/items/${items[0].id}`, { audience: { users: [] } })
  return id
}

/** What makes the guard ask, whatever the file is called. */
export const secret = '%PDF-1.4 harmonogram dostaw\n%%EOF'

const templates = [
  {
    name: 'Potwierdzenie przyjęcia reklamacji',
    language: 'pl',
    subject: 'Reklamacja – {tytuł sprawy}',
    body: 'Dzień dobry, {imię}!\n\nPrzyjęliśmy Państwa zgłoszenie w sprawie {znak sprawy} ({tytuł sprawy}). Odpowiemy w ciągu 14 dni.\n\n{kontrahent}, {dzisiaj}\n\nPozdrawiam\n{ja}',
    isShared: true,
  },
  {
    name: 'Prośba o uzupełnienie dokumentów do umowy ramowej na dostawy i montaż mebli biurowych',
    language: 'pl',
    subject: '',
    body: 'Dzień dobry!\n\nProszę o brakujące dokumenty.\n\n{ja}',
    isShared: false,
  },
]
