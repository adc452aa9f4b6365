import type { WorkingHouse } from '../job/jobs-database.ts'
import { openSmtpDoor, type SmtpDoor } from './open-smtp-door.ts'
import { type Limits, usualLimits, watchPressure } from './pressure.ts'
import { type JournalLog, type ReadingPace, readJournal } from './read-journal.ts'
import { sealOldAddresses } from './seal-old-addresses.ts'
import { journalKeys } from './secret-part.ts'
import type { MailLimits } from './take-mail.ts'

/** What the journal needs beside the house; a test sets its pace and limits. */
export interface JournalOptions {
  log: JournalLog
  pace?: ReadingPace
  waiting?: Limits
  limits?: MailLimits
}

/** The journal of this process: its mail door, if it has one, and the reading of what was taken there. */
export interface Journal {
  /** Where the mail door listens; null where it is off. */
  port: number | null
  stop(): Promise<void>
}

/** Opens the mail door if it is set up, and goes on with mail that was taken before, even if it is no longer. */
export async function startJournal(house: WorkingHouse, options: JournalOptions): Promise<Journal> {
  const { log, limits, pace } = options
  const settings = house.config.smtp
  const keys = journalKeys(house.config.dataFolder)
  await sealOldAddresses(house, keys)
  const pressure = watchPressure(options.waiting ?? usualLimits)
  const [backlog] = await house.jobs.call<{ messages: number; bytes: number }>('select * from journal_backlog()')
  if (backlog) pressure.add(backlog.messages, backlog.bytes)
  const reader = readJournal(house, { log, pressure, keys, ...(pace && { pace }) })
  let door: SmtpDoor | null = null
  try {
    if (settings)
      door = await openSmtpDoor(house, {
        settings,
        pressure,
        keys,
        log,
        onAccepted: reader.ring,
        ...(limits && { limits }),
      })
  } catch (error) {
    await reader.stop()
    throw error
  }
  return {
    port: door?.port ?? null,
    async stop() {
      await door?.stop()
      await reader.stop()
    },
  }
}
