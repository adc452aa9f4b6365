import { asRefusal } from '../refusal-of.ts'

/** A refusal in the words of SMTP: reply code, enhanced code (RFC 3463) and one constant sentence. */
export class SmtpRefusal extends Error {
  override name = 'SmtpRefusal'
  readonly responseCode: number

  constructor(responseCode: number, text: string) {
    super(text)
    this.responseCode = responseCode
  }
}

/** Everything that the door says no with. A problem that passes is never a 5xx, so that no sender gives up his mail. */
export const answers = {
  stranger: () => new SmtpRefusal(554, '5.7.1 Mail is not taken from this network'),
  unknown: () => new SmtpRefusal(550, '5.1.1 There is no such recipient here'),
  plain: () => new SmtpRefusal(530, '5.7.0 Must issue a STARTTLS command first'),
  signIn: () => new SmtpRefusal(535, '5.7.8 User or password is wrong'),
  tooLarge: () => new SmtpRefusal(552, '5.3.4 The message is too long'),
  busy: () => new SmtpRefusal(452, '4.3.1 Too much mail is waiting, come again later'),
  full: () => new SmtpRefusal(452, '4.3.1 There is no room at the moment, come again later'),
  trouble: () => new SmtpRefusal(451, '4.3.0 The mail cannot be taken at the moment, come again later'),
  stopping: () => new SmtpRefusal(421, '4.3.2 The server is being stopped, come again later'),
  slow: () => new SmtpRefusal(421, '4.4.2 The message took too long'),
}

/** What a sender is told about an error while his mail was taken in. */
export function answerTo(error: unknown): SmtpRefusal {
  if (error instanceof SmtpRefusal) return error
  return asRefusal(error as Error).code === 'storage-full' ? answers.full() : answers.trouble()
}
