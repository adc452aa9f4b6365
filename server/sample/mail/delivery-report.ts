import type { Random } from '../random.ts'
import type { PlannedMail } from '../story/planned-mail.ts'
import { headerLines, spellWords } from './header.ts'
import { multipart, type Part, textPart } from './part.ts'
import { borderServer, mailDate } from './transport.ts'

/** The three parts of a delivery report by RFC 3464: a text, the machine's account, and the head of the lost mail. */
export function reportPart(mail: PlannedMail, report: NonNullable<PlannedMail['report']>, random: Random): Part {
  const { recipient, original } = report
  const account = headerLines([
    ['Reporting-MTA', `dns; ${borderServer}`],
    ['Arrival-Date', mailDate(original.sentAt)],
  ])
  const failure = headerLines([
    ['Final-Recipient', `rfc822; ${recipient}`],
    ['Action', 'failed'],
    ['Status', '5.1.1'],
    ['Diagnostic-Code', 'smtp; 550 5.1.1 User unknown'],
  ])
  const lostHead = headerLines([
    ['From', original.from.email],
    ['To', recipient],
    ['Subject', spellWords(original.subject, { charset: 'utf-8', way: 'B' })],
    ['Date', mailDate(original.sentAt)],
    ['Message-ID', `<${original.messageId}>`],
  ])
  return multipart(
    'report',
    `${random.hex(10).toUpperCase()}.${Math.floor(mail.sentAt.getTime() / 1000)}/${borderServer}`,
    [
      textPart(`${mail.text.split('\n').join('\r\n')}\r\n`, 'plain', { transfer: 'utf-8 quoted' }),
      { fields: [['Content-Type', 'message/delivery-status']], body: Buffer.from(`${account}\r\n${failure}`) },
      { fields: [['Content-Type', 'text/rfc822-headers']], body: Buffer.from(lostHead) },
    ],
    ' report-type=delivery-status;',
  )
}
