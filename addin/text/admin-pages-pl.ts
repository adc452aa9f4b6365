import { accessPl } from './access-pl.ts'
import { adminPl } from './admin-pl.ts'
import { consentPl } from './consent-pl.ts'
import { documentTypesPl } from './document-types-pl.ts'
import { doorsPl } from './doors-pl.ts'
import { filingPl } from './filing-pl.ts'
import { healthPl } from './health-pl.ts'
import { identityPl } from './identity-pl.ts'
import { leaversPl } from './leavers-pl.ts'
import { personDataPl } from './person-data-pl.ts'
import { referencesPl } from './references-pl.ts'
import { registerPl } from './register-pl.ts'
import { retentionPl } from './retention-pl.ts'
import { rulesPl } from './rules-pl.ts'
import { systemPl } from './system-pl.ts'

/** The sentences that only the pages of administration and of mailboxes say, in Polish. */
export const adminPagesPl = {
  ...accessPl,
  ...adminPl,
  ...consentPl,
  ...documentTypesPl,
  ...doorsPl,
  ...filingPl,
  ...healthPl,
  ...identityPl,
  ...leaversPl,
  ...rulesPl,
  ...referencesPl,
  ...registerPl,
  ...retentionPl,
  ...personDataPl,
  ...systemPl,
}

/** The shape of the sentences of administration, which every language fills. */
export type AdminPagesText = typeof adminPagesPl
