import { accessEn } from './access-en.ts'
import { adminEn } from './admin-en.ts'
import type { AdminPagesText } from './admin-pages-pl.ts'
import { consentEn } from './consent-en.ts'
import { documentTypesEn } from './document-types-en.ts'
import { doorsEn } from './doors-en.ts'
import { filingEn } from './filing-en.ts'
import { healthEn } from './health-en.ts'
import { identityEn } from './identity-en.ts'
import { leaversEn } from './leavers-en.ts'
import { personDataEn } from './person-data-en.ts'
import { referencesEn } from './references-en.ts'
import { registerEn } from './register-en.ts'
import { retentionEn } from './retention-en.ts'
import { rulesEn } from './rules-en.ts'
import { systemEn } from './system-en.ts'

/** The sentences that only the pages of administration and of mailboxes say, in English. */
export const adminPagesEn = {
  ...accessEn,
  ...adminEn,
  ...consentEn,
  ...documentTypesEn,
  ...doorsEn,
  ...filingEn,
  ...healthEn,
  ...identityEn,
  ...leaversEn,
  ...rulesEn,
  ...referencesEn,
  ...registerEn,
  ...retentionEn,
  ...personDataEn,
  ...systemEn,
} satisfies AdminPagesText
