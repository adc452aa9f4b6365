import { auditVerb } from './audit.ts'
import { backupVerb } from './backup.ts'
import { doctorVerb } from './doctor.ts'
import { importPaths } from './import.ts'
import { mailboxVerb } from './mailbox.ts'
import { migrateOnly } from './migrate.ts'
import { restoreVerb } from './restore.ts'
import { sampleVerb } from './sample.ts'
import { serveForever } from './serve.ts'
import { userVerb } from './user.ts'
import { workForever } from './work.ts'

/** One verb of the command line. */
interface Verb {
  says: string
  run(words: string[]): Promise<void>
}

/** Every verb that `lupa` knows. */
export const verbs: Record<string, Verb> = {
  serve: { says: 'run the service (npm start)', run: serveForever },
  work: { says: 'work off the queue beside the running service', run: workForever },
  import: {
    says: 'import PATH... [--as EMAIL]: mail (.eml, .msg, mbox, Maildir, .zip), contractors (.csv, .xlsx)',
    run: importPaths,
  },
  user: { says: 'user add EMAIL [--name NAME] [--admin]', run: userVerb },
  sample: { says: 'load the sample company', run: sampleVerb },
  mailbox: { says: 'mailbox add --host H --user U --owner EMAIL: read a mailbox by IMAP', run: mailboxVerb },
  audit: { says: 'audit verify: examine the audit log', run: auditVerb },
  backup: {
    says: 'backup DIR [--keep 7]: back everything up beside the running server; backup --check DIR',
    run: backupVerb,
  },
  restore: { says: 'restore DIR [--from NAME]: make an empty installation whole again', run: restoreVerb },
  doctor: { says: 'doctor [--deep]: look at everything, change nothing, say what to do', run: doctorVerb },
  migrate: { says: 'bring the database to the present schema', run: migrateOnly },
}
