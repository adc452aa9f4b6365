import type pg from 'pg'
import type { MailTroubleCode } from '../../shared/outgoing-mail.ts'
import { mailboxKey } from '../mailbox/seal-password.ts'
import { reachServer } from '../outgoing/hand-in.ts'
import { type KeptServer, openServer } from '../outgoing/mail-server.ts'
import { mailTrouble } from '../outgoing/mail-trouble.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

const about = 'outgoing mail'
const page = 'the page "Poczta wychodząca"'

/** Whether our own mail can be sent and is: a server is named, takes us in, and took what was handed in of late. */
export async function checkMail(client: pg.ClientBase, dataFolder: string): Promise<Finding[]> {
  const { rows } = await client.query<KeptServer>(
    'select host, port, encryption, user_name, secret, authority, sender from mail_server',
  )
  const [kept] = rows
  if (!kept)
    return [
      warning(
        about,
        'No server is named.',
        `Name one on ${page}: without it nobody is sent an invitation, a link for a forgotten password, an alarm or a digest.`,
      ),
    ]
  const findings = [...(await checkServer(kept, dataFolder)), ...(await checkFailures(client))]
  return findings.length > 0 ? findings : [ok(about, `${kept.host}:${kept.port} takes us in`)]
}

async function checkServer(kept: KeptServer, dataFolder: string): Promise<Finding[]> {
  try {
    await reachServer(openServer(kept, mailboxKey(dataFolder)))
    return []
  } catch (error) {
    const { code, said } = mailTrouble(error)
    return [fault(about, `${kept.host}:${kept.port}: ${code}${said ? ` (${said})` : ''}.`, remedies[code])]
  }
}

/** What waits though it was tried, with the last reason. After three days nobody tries any more. */
async function checkFailures(client: pg.ClientBase): Promise<Finding[]> {
  const { rows } = await client.query<{ amount: number; failure: MailTroubleCode | null }>(
    `select count(*)::int as amount, (array_agg(failure order by created_at desc))[1] as failure
       from outgoing_mail where state = 'waiting' and failure is not null and created_at > now() - interval '3 days'`,
  )
  const { amount = 0, failure } = rows[0] ?? {}
  if (amount === 0 || !failure) return []
  return [warning(about, `${amount} mails could not be handed in, the last one: ${failure}.`, remedies[failure])]
}

const remedies: Record<MailTroubleCode, string> = {
  unreachable: `Do the name and the port on ${page} fit, and does a firewall of this machine let it out to them?`,
  certificate: `The server's certificate proves another name, or an authority that is not known: name its authority on ${page}.`,
  'not-encrypted': `The server does not encrypt as chosen on ${page}: mostly it is TLS on port 465 and STARTTLS on 587.`,
  'sign-in-refused': `Give name and password again on ${page}; many providers want a password made for programs.`,
  'sender-refused': `The account may not send as the address on ${page}: choose one of its own.`,
  'recipient-refused': 'The server does not deliver to that address: correct it on the page "Użytkownicy".',
  'server-refused': 'Its own words stand above; ask whoever keeps it. Often it is a limit of mails, which passes.',
  'secret-lost': `The password was sealed with other secrets than those in secrets.json: give it again on ${page}.`,
  'no-server': `Name a server on ${page}.`,
  'no-public-url': 'Set LUPA_PUBLIC_URL, or links in mails would lead nowhere.',
  internal: 'Look into the log of the service.',
}
