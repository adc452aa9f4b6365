import { buildActivities } from './build-activities.ts'
import { buildContractors, buildGroups, buildUsers } from './build-contractors.ts'
import { buildNotes } from './build-notes.ts'
import { buildPersons } from './build-persons.ts'
import { composeSource } from './mail/compose.ts'
import { randomFor } from './random.ts'
import type { SampleCompany, SampleMail, SampleOptions } from './sample-types.ts'
import { planMails } from './story/plan-mails.ts'
import type { PlannedMail } from './story/planned-mail.ts'
import { tanglePersons } from './story/tangle-people.ts'
import { openWorld } from './story/world.ts'
import { DAY_MS } from './warsaw-time.ts'
import { ownCompany, ownDomain } from './words/colleagues.ts'
import { contractorRelations } from './words/contractors.ts'

/** The present of the sample company when none is given: a Wednesday morning. */
const defaultNow = new Date('2026-10-14T09:20:00Z')

const DEFAULT_SEED = 2026
const DEFAULT_MAILS = 3000
const ACTIVITIES = 300
const NOTES = 60

/** Older mail came by import, younger mail as it arrived. */
const IMPORT_BEFORE_DAYS = 120

/** Makes up a furniture company with its contractors and eighteen months of mail; the same seed and present give the same bytes. */
export function buildSampleCompany(options: SampleOptions = {}): SampleCompany {
  const { seed = DEFAULT_SEED, now = defaultNow, mails: mailCount = DEFAULT_MAILS } = options
  const users = buildUsers()
  const contractors = buildContractors(seed, users)
  const contacts = buildPersons(seed, contractors)
  const world = openWorld({ seed, now, users, contractors, contacts })
  const plan = planMails(world, mailCount)

  function* mails(): Generator<SampleMail> {
    for (const planned of plan.mails) yield finish(planned, { seed, now })
  }

  return {
    name: ownCompany.name,
    domain: ownDomain,
    users,
    groups: buildGroups(users),
    contractors,
    relations: contractorRelations,
    persons: [...contacts.map(({ desk: _desk, ...person }) => person), ...tanglePersons(seed, contractors)],
    cases: plan.cases.map(({ caseFile }) => caseFile),
    activities: [...buildActivities(world, plan.cases, ACTIVITIES), ...buildNotes(world, plan.cases, NOTES)],
    mailCount: plan.mails.length,
    mails,
  }
}

function finish(planned: PlannedMail, { seed, now }: { seed: number; now: Date }): SampleMail {
  const {
    key,
    kind,
    theme,
    truth,
    mailbox,
    contractorKey,
    alsoContractorKeys,
    caseKey,
    filedByHand,
    threadKey,
    messageId,
    sentAt,
    subject,
    files,
    from,
  } = planned
  const isOld = sentAt.getTime() < now.getTime() - IMPORT_BEFORE_DAYS * DAY_MS
  const isFolderCopy = isOld && randomFor(seed, `copy ${key}`).chance(0.15)
  return {
    key,
    kind,
    theme,
    truth,
    mailbox,
    contractorKey,
    alsoContractorKeys,
    caseKey,
    filedByHand,
    threadKey,
    messageId,
    sentAt,
    subject,
    source: composeSource(planned, { seed, isFolderCopy }),
    door: isOld ? 'import' : 'push',
    direction: from.isColleague ? 'out' : 'in',
    attachmentNames: files.map(({ name }) => name),
  }
}
