import type { MailTroubleCode } from '../../shared/outgoing-mail.ts'

/** A mail was not taken this time. `said`: what the server answered, for the administrator who tries it, and for nobody else. */
export class MailTrouble extends Error {
  override name = 'MailTrouble'
  readonly code: MailTroubleCode
  readonly said: string | null

  constructor(code: MailTroubleCode, { said = null, cause }: { said?: string | null; cause?: unknown } = {}) {
    super(code, { cause })
    this.code = code
    this.said = said
  }
}

/** What an error of the SMTP library, of TLS or of the network carries. */
interface WireError {
  code?: string
  command?: string
  response?: string
  message?: string
  rejectedErrors?: WireError[]
}

/** OpenSSL's words for a certificate that does not prove the host; all others are about reaching it. */
const certificateWords = /CERT|SELF.SIGNED|UNABLE_TO_|HOSTNAME|INVALID_CA|INVALID_PURPOSE|certificate|altnames/i

/** What is wrong when handing a mail in fails. */
export function mailTrouble(error: unknown): MailTrouble {
  if (error instanceof MailTrouble) return error
  const wire = error as WireError
  return new MailTrouble(codeOf(wire), { said: wordsOf(wire), cause: error })
}

function codeOf({ code = '', command = '', response, message = '' }: WireError): MailTroubleCode {
  if (code === 'EAUTH') return 'sign-in-refused'
  if (command === 'MAIL FROM') return 'sender-refused'
  if (command === 'RCPT TO') return 'recipient-refused'
  if (!response && certificateWords.test(`${code} ${message}`)) return 'certificate'
  if (code === 'ETLS' || (code === 'ESOCKET' && /ssl|tls|wrong version/i.test(message))) return 'not-encrypted'
  if (response) return 'server-refused'
  if (['ECONNECTION', 'ETIMEDOUT', 'EDNS', 'ESOCKET', 'ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND'].includes(code))
    return 'unreachable'
  return 'internal'
}

/** The server's line, as one line of its own length. */
function wordsOf({ response }: WireError): string | null {
  if (!response) return null
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a server may answer anything
  return response.replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, 300)
}
