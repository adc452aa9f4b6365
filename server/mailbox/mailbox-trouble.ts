import type { MailboxTroubleCode } from '../../shared/mailbox.ts'

/** A mailbox cannot be read at the moment; it is tried again later. `gone`: it was removed, so it is not. */
export class MailboxTrouble extends Error {
  override name = 'MailboxTrouble'
  readonly code: MailboxTroubleCode | 'gone'

  constructor(code: MailboxTroubleCode | 'gone', cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}

/** What an error of the IMAP library, of TLS or of the network carries. */
interface WireError {
  code?: string
  authenticationFailed?: boolean
  serverResponseCode?: string
  responseStatus?: string
  tlsFailed?: boolean
}

/** OpenSSL's words for a certificate that does not prove the host; all others are about reaching it. */
const certificateCode = /CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE/

/** What is wrong when signing in fails. A server that says "not now" (RFC 5530) did not refuse the password. */
export function signInTrouble(error: unknown): MailboxTrouble {
  if (error instanceof MailboxTrouble) return error
  const { code = '', authenticationFailed, serverResponseCode, responseStatus, tlsFailed } = error as WireError
  const isForNow = ['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG', 'CONTACTADMIN'].includes(serverResponseCode ?? '')
  if (authenticationFailed) return new MailboxTrouble(isForNow ? 'server-refused' : 'sign-in-refused', error)
  if (certificateCode.test(code)) return new MailboxTrouble('certificate', error)
  if (tlsFailed || /^ERR_SSL|^EPROTO$/.test(code)) return new MailboxTrouble('not-encrypted', error)
  // All that the network does has a code; a server that offers no way to sign in that we know leaves an error without one.
  if (responseStatus || code === '') return new MailboxTrouble('server-refused', error)
  return new MailboxTrouble('unreachable', error)
}

/** What is wrong when a command fails after signing in. */
export function readingTrouble(error: unknown, isConnected: boolean): MailboxTrouble {
  if (error instanceof MailboxTrouble) return error
  if ((error as WireError).responseStatus) return new MailboxTrouble('server-refused', error)
  return new MailboxTrouble(isConnected ? 'internal' : 'connection-lost', error)
}
