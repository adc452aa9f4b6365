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
import { Jobs } from '../../migrations/0019-jobs.ts'

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
  { name: '0019-jobs', class: Jobs },
]
