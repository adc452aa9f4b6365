import type { Random } from '../random.ts'
import type { PlannedMail } from '../story/planned-mail.ts'
import { inWarsaw } from '../warsaw-time.ts'
import { ownDomain } from '../words/colleagues.ts'
import type { Field } from './header.ts'

/** The server at our border, whose Authentication-Results alone count. */
export const borderServer = `mx.${ownDomain}`

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A date as mail headers write it, in Polish time. */
export function mailDate(moment: Date): string {
  const { day, month, year, weekday, hour, minute, second, offsetHours } = inWarsaw(moment)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${days[weekday]}, ${two(day)} ${months[month - 1]} ${year} ${two(hour)}:${two(minute)}:${two(second)} +0${offsetHours}00`
}

/** What servers on the way, the last one first, wrote on top of a mail that came in from outside. */
export function incomingFields(mail: PlannedMail, random: Random): Field[] {
  const domain = domainOf(mail)
  const relay = random.pick([`mail.${domain}`, `smtp.${domain}`, `out${random.between(1, 9)}.poczta-hosting.example`])
  const address = `${random.pick(['192.0.2', '198.51.100', '203.0.113'])}.${random.between(2, 250)}`
  const at = (seconds: number) => mailDate(new Date(mail.sentAt.getTime() + seconds * 1000))
  const queueId = () => random.hex(10).toUpperCase()
  return [
    [
      'Return-Path',
      isReport(mail) ? '<>' : `<${mail.kind === 'newsletter' ? `bounce-${random.hex(8)}@${domain}` : mail.from.email}>`,
    ],
    ['Delivered-To', mail.mailbox],
    [
      'Received',
      `from ${borderServer} ([10.20.0.5])\r\n\tby imap.${ownDomain} with LMTP id ${random.hex(16)}\r\n\tfor <${mail.mailbox}>; ${at(6)}`,
    ],
    ['Authentication-Results', verdictLine(mail, domain, address)],
    [
      'Received',
      `from ${relay} (${relay} [${address}])\r\n\t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))\r\n\tby ${borderServer} (Postfix) with ESMTPS id ${queueId()}\r\n\tfor <${mail.mailbox}>; ${at(4)}`,
    ],
    ...(random.chance(0.7)
      ? [
          [
            'Received',
            `from [192.168.${random.between(0, 9)}.${random.between(2, 250)}] (${random.between(31, 94)}-host.dostawca.example [${address}])\r\n\tby ${relay} (Postfix) with ESMTPSA id ${queueId()};\r\n\t${at(1)}`,
          ] satisfies Field,
        ]
      : []),
  ]
}

/** What a Thunderbird folder adds in front of a copy that lies in it. */
export function folderFields(): Field[] {
  return [
    ['X-Mozilla-Status', '0001'],
    ['X-Mozilla-Status2', '00800000'],
    ['X-Mozilla-Keys', ''],
  ]
}

function verdictLine(mail: PlannedMail, domain: string, address: string): string {
  const spf = {
    pass: `spf=pass (sender IP is ${address}) smtp.mailfrom=${domain}`,
    none: 'spf=none',
    fail: `spf=softfail (sender IP is ${address}) smtp.mailfrom=${domain}`,
  }[mail.verdict]
  const dkim = { pass: `dkim=pass header.d=${domain} header.s=mail`, none: 'dkim=none', fail: 'dkim=none' }[
    mail.verdict
  ]
  const policy = { pass: 'p=QUARANTINE', none: '', fail: 'p=REJECT' }[mail.verdict]
  return `${borderServer};\r\n\tdmarc=${mail.verdict}${policy ? ` (${policy})` : ''} header.from=${domain};\r\n\t${spf};\r\n\t${dkim}`
}

function isReport(mail: PlannedMail): boolean {
  return mail.kind === 'bounce' || mail.kind === 'auto-reply'
}

function domainOf(mail: PlannedMail): string {
  return mail.from.email.split('@')[1] ?? 'invalid.example'
}
