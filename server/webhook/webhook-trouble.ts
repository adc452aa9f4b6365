import type { WebhookTroubleCode } from '../../shared/webhook.ts'

/** A target was not told this time. */
export class WebhookTrouble extends Error {
  override name = 'WebhookTrouble'
  readonly code: WebhookTroubleCode

  constructor(code: WebhookTroubleCode, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}
