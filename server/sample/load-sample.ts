import { randomBytes } from 'node:crypto'
import { createActivity } from '../activity/create-activity.ts'
import { changeCase } from '../case-file/change-case.ts'
import { createCase } from '../case-file/create-case.ts'
import { createContractor } from '../contractor/create-contractor.ts'
import { relateContractor } from '../contractor/related.ts'
import type { Place } from '../filing/put-filing.ts'
import { receiveMessage } from '../filing/receive-message.ts'
import type { House } from '../http/app-type.ts'
import { createUser } from '../identity/create-user.ts'
import { createGroup } from '../identity/group.ts'
import { buildSampleCompany } from './sample-company.ts'
import type { AudienceHint, SampleActivity, SampleCompany, SampleContractor, SampleMail } from './sample-types.ts'

/** Ids of what was created, by the keys and addresses of the sample. */
interface Known {
  users: Map<string, string>
  groups: Map<string, string>
  contractors: Map<string, string>
  cases: Map<string, string>
}

/** The way in to the sample company: every colleague of it has this password. */
export interface Loaded {
  password: string
  users: string[]
}

const AT_ONCE = 4

/**
 * Loads the sample company through the same doors as real work: users by the administrator, contractors and cases by
 * their managers, mails by the owners of the mailboxes, activities by those who did them. Each step is reported.
 */
export async function loadSample(
  house: House,
  administrator: string,
  step: (line: string) => void,
  options: { mails?: number } = {},
): Promise<Loaded> {
  const company = buildSampleCompany({ now: house.now(), ...options })
  const password = randomBytes(9).toString('base64url')
  const known = await loadUsers(house, company, administrator, password)
  step(`${known.users.size} users, ${known.groups.size} groups`)
  await loadContractors(house, company, known)
  step(`${known.contractors.size} contractors, ${known.cases.size} cases`)
  await loadMails(house, company, known, step)
  await loadActivities(house, company, known)
  step(`${company.activities.length} activities`)
  await closeCases(house, company, known)
  return { password, users: company.users.map(user => user.email) }
}

async function loadUsers(
  house: House,
  company: SampleCompany,
  administrator: string,
  password: string,
): Promise<Known> {
  const known: Known = { users: new Map(), groups: new Map(), contractors: new Map(), cases: new Map() }
  await house.database.work(administrator, async tx => {
    await tx.sql('insert into own_address (value, is_domain) values ($1, true) on conflict do nothing', [
      company.domain,
    ])
    for (const { email, name, isAdministrator } of company.users) {
      const { user } = await createUser(tx, { email, name, password, isAdmin: isAdministrator }, house.now())
      known.users.set(email, user.id)
    }
    for (const { name, members } of company.groups) {
      const group = await createGroup(
        tx,
        name,
        members.map(email => must(known.users, email)),
      )
      known.groups.set(name, group.id)
    }
  })
  return known
}

async function loadContractors(house: House, company: SampleCompany, known: Known) {
  for (const sample of company.contractors) {
    const input = { ...fileOf(company, sample), ...audienceOf(sample.audience, known) }
    const contractor = await house.database.work(must(known.users, sample.manager), tx => createContractor(tx, input))
    known.contractors.set(sample.key, contractor.id)
  }
  for (const { contractorKey, relatedKey, kind } of company.relations) {
    const manager = company.contractors.find(({ key }) => key === contractorKey)?.manager ?? ''
    await house.database.work(must(known.users, manager), tx =>
      relateContractor(tx, must(known.contractors, contractorKey), must(known.contractors, relatedKey), kind),
    )
  }
  for (const sample of company.cases) {
    const contractorId = must(known.contractors, sample.contractorKey)
    const { audience } = audienceOf(sample.audience ?? 'everyone', known)
    const manager = must(known.users, sample.manager)
    const caseFile = await house.database.work(manager, tx =>
      createCase(tx, contractorId, { title: sample.title, ...(audience && { audience }) }, sample.opened),
    )
    known.cases.set(sample.key, caseFile.id)
  }
}

/** A contractor of the sample as a new file asks for it, with the people who work there. */
export function fileOf(company: SampleCompany, sample: SampleContractor) {
  const people = company.persons.filter(person => person.contractorKey === sample.key)
  return {
    ...headerOf(sample),
    people: people.map(({ name, role, phone, emails }) => ({ name, role, phones: [phone], addresses: emails })),
  }
}

function headerOf({ name, nip, regon, krs, address, phones, domain, emails, note }: SampleContractor) {
  return {
    name,
    ...(nip && { taxId: nip }),
    ...(regon && { regon }),
    ...(krs && { krs }),
    ...(note && { note }),
    street: address.street,
    city: address.city,
    phones,
    addresses: [...emails, ...(domain ? [`@${domain}`] : [])],
  }
}

function audienceOf(hint: AudienceHint, known: Known) {
  return hint === 'everyone' ? {} : { audience: { groups: [must(known.groups, hint)] } }
}

async function loadMails(house: House, company: SampleCompany, known: Known, step: (line: string) => void) {
  const mails = company.mails()
  let count = 0
  const worker = async () => {
    for (let next = mails.next(); !next.done; next = mails.next()) {
      await loadMail(house, next.value, known)
      count += 1
      if (count % 500 === 0) step(`${count} of ${company.mailCount} mails`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

async function loadMail(house: House, mail: SampleMail, known: Known) {
  const userId = must(known.users, mail.mailbox)
  const place = mail.filedByHand && mail.contractorKey ? placeOf(known, mail.contractorKey, mail.caseKey) : null
  // Nobody files by hand where he may not look; such mail finds its way by itself.
  const isOpen = place !== null && (await seesPlace(house, userId, place))
  await receiveMessage(house, { userId, source: mail.source, arrival: { door: mail.door }, ...(isOpen && { place }) })
}

function placeOf(known: Known, contractorKey: string, caseKey: string | null): Place {
  return { contractorId: must(known.contractors, contractorKey), caseId: (caseKey && known.cases.get(caseKey)) || null }
}

async function seesPlace(house: House, userId: string, { contractorId, caseId }: Place): Promise<boolean> {
  const text = caseId
    ? 'select 1 from case_file where id = $1'
    : 'select 1 from contractor where id = $1 and holds(audience_id)'
  const rows = await house.database.work(userId, tx => tx.sql(text, [caseId ?? contractorId]))
  return rows.length > 0
}

async function loadActivities(house: House, company: SampleCompany, known: Known) {
  for (const sample of company.activities) {
    const actor = await actorOf(house, company, sample, known)
    await house.database.work(actor, tx => createActivity(tx, activityOf(sample, known, actor), sample.start))
  }
}

/** Who does it: the assignee where he sees the place, else the one who looks after case or contractor. */
async function actorOf(house: House, company: SampleCompany, sample: SampleActivity, known: Known): Promise<string> {
  const caseFile = company.cases.find(one => one.key === sample.caseKey)
  const contractor = company.contractors.find(one => one.key === sample.contractorKey)
  const place = placeOf(known, sample.contractorKey, sample.caseKey)
  for (const email of [sample.assignee, caseFile?.manager, contractor?.manager]) {
    const user = email && known.users.get(email)
    if (user && (await seesPlace(house, user, place))) return user
  }
  throw new Error(`nobody of the sample company may enter ${sample.key}`)
}

function activityOf(sample: SampleActivity, known: Known, assigneeId: string) {
  const caseId = sample.caseKey ? known.cases.get(sample.caseKey) : undefined
  return {
    kind: sample.kind,
    contractorId: must(known.contractors, sample.contractorKey),
    title: sample.title,
    note: sample.note,
    // A note has no time but that at which it is written.
    ...(sample.kind !== 'note' && { startsAt: sample.start.toISOString() }),
    ...(caseId && { caseId }),
    ...(sample.end && { endsAt: sample.end.toISOString() }),
    ...(sample.due && { dueOn: sample.due.toISOString().slice(0, 10) }),
    ...(sample.kind === 'task' && { assigneeId }),
    ...(sample.kind === 'task' && sample.state !== 'planned' && { state: sample.state }),
  }
}

/** Last, because nothing is filed into a closed case. */
async function closeCases(house: House, company: SampleCompany, known: Known) {
  for (const sample of company.cases) {
    const { closed } = sample
    if (!closed) continue
    const manager = must(known.users, sample.manager)
    await house.database.work(manager, tx => changeCase(tx, must(known.cases, sample.key), { closed: true }, closed))
  }
}

function must(map: Map<string, string>, key: string): string {
  const id = map.get(key)
  if (!id) throw new Error(`the sample company names ${key}, but has none`)
  return id
}
