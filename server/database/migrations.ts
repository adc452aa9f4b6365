import { People } from '../../migrations/0001-people.ts'
import { Contractors } from '../../migrations/0002-contractors.ts'
import { Messages } from '../../migrations/0003-messages.ts'
import { Items } from '../../migrations/0004-items.ts'
import { Rules } from '../../migrations/0005-rules.ts'
import { Reading } from '../../migrations/0006-reading.ts'
import { Intake } from '../../migrations/0007-intake.ts'
import { Filing } from '../../migrations/0008-filing.ts'
import { SignIn } from '../../migrations/0009-sign-in.ts'
import { Mailboxes } from '../../migrations/0010-mailboxes.ts'
import { QuickPages } from '../../migrations/0011-quick-pages.ts'
import { QuickPanes } from '../../migrations/0012-quick-panes.ts'
import { QuickIntake } from '../../migrations/0013-quick-intake.ts'
import { Decision } from '../../migrations/0014-decision.ts'
import { Triage } from '../../migrations/0015-triage.ts'
import { FilingRules } from '../../migrations/0016-rules.ts'
import { Journal } from '../../migrations/0017-journal.ts'
import { Invoices } from '../../migrations/0018-invoices.ts'
import { Jobs } from '../../migrations/0019-jobs.ts'
import { Microsoft } from '../../migrations/0021-microsoft.ts'
import { BlobSweep } from '../../migrations/0022-blob-sweep.ts'
import { AskAgain } from '../../migrations/0023-ask-again.ts'

/** Every change of the schema, oldest first. A landed one is never edited. */
export const migrations = [
  { name: '0001-people', class: People },
  { name: '0002-contractors', class: Contractors },
  { name: '0003-messages', class: Messages },
  { name: '0004-items', class: Items },
  { name: '0005-rules', class: Rules },
  { name: '0006-reading', class: Reading },
  { name: '0007-intake', class: Intake },
  { name: '0008-filing', class: Filing },
  { name: '0009-sign-in', class: SignIn },
  { name: '0010-mailboxes', class: Mailboxes },
  { name: '0011-quick-pages', class: QuickPages },
  { name: '0012-quick-panes', class: QuickPanes },
  { name: '0013-quick-intake', class: QuickIntake },
  { name: '0014-decision', class: Decision },
  { name: '0015-triage', class: Triage },
  { name: '0016-rules', class: FilingRules },
  { name: '0017-journal', class: Journal },
  { name: '0018-invoices', class: Invoices },
  { name: '0019-jobs', class: Jobs },
  { name: '0021-microsoft', class: Microsoft },
  { name: '0022-blob-sweep', class: BlobSweep },
  { name: '0023-ask-again', class: AskAgain },
]
