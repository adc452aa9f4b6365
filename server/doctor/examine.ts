import pg from 'pg'
import type { DailyBackup } from '../config.ts'
import type { SmtpSettings } from '../smtp-settings.ts'
import { checkAudit } from './check-audit.ts'
import { checkBackups } from './check-backups.ts'
import { checkBlobs } from './check-blobs.ts'
import { checkClock, checkMigrations, checkPolicies, checkRoles, type RoleUrls } from './check-database.ts'
import { checkErasures } from './check-erasures.ts'
import { checkMail } from './check-mail.ts'
import { checkMailDoor } from './check-mail-door.ts'
import { checkTenants } from './check-microsoft.ts'
import { checkAccess, checkMailboxes, checkQueue } from './check-rows.ts'
import { checkWebhooks } from './check-webhooks.ts'
import type { Finding } from './finding.ts'

/** A database with its data folder, to be looked at while others work on it. */
export interface Patient {
  urls: RoleUrls
  dataFolder: string
  /** The backup that is made every day, where one is. */
  backup: DailyBackup | null
  /** The mail door, where one is set up. */
  smtp: SmtpSettings | null
  /** Where Microsoft signs in. */
  login: string
  now: () => Date
}

/** Looks at everything in the database and at what it names on disk; changes nothing. What cannot be asked is left out, once the reason is told. */
export async function examine(
  { urls, dataFolder, backup, smtp, login, now }: Patient,
  options: { deep: boolean },
): Promise<Finding[]> {
  const roles = await checkRoles(urls)
  const reads = roles.find(one => one.about === 'role backup')
  if (reads?.state !== 'ok') return roles
  return within(urls.backup, async client => {
    const schema = await checkMigrations(client)
    if (schema.state !== 'ok') return [...roles, schema]
    const app = roles.find(one => one.about === 'role app')
    return [
      ...roles,
      schema,
      await checkPolicies(client),
      await checkClock(client, now),
      await checkAccess(client),
      ...(await checkQueue(client)),
      ...(await checkMailboxes(client)),
      ...(await checkTenants(client, dataFolder, login)),
      ...(await checkMailDoor(client, smtp, now())),
      ...(await checkMail(client, dataFolder)),
      ...(await checkWebhooks(client)),
      ...(await checkErasures(client, dataFolder)),
      ...(await checkBlobs(client, dataFolder, options)),
      ...(app?.state === 'ok' ? [await within(urls.app, one => checkAudit(one, dataFolder, now()))] : []),
      ...(await checkBackups(dataFolder, { daily: backup, now: now(), deep: options.deep })),
    ]
  })
}

async function within<Result>(url: string, act: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, application_name: 'lupa doctor' })
  await client.connect()
  try {
    await client.query('set default_transaction_read_only to on; set statement_timeout to 0; set jit to off')
    return await act(client)
  } finally {
    await client.end()
  }
}
