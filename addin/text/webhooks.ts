import { webhooksEn } from './webhooks-en.ts'
import { webhooksPl } from './webhooks-pl.ts'

/** These sentences travel with their pages. */
export const webhooksText = { pl: webhooksPl, en: webhooksEn }
