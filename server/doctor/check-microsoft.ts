import { decodeJwt } from 'jose'
import type pg from 'pg'
import { secretUse } from '../graph/read-settings.ts'
import { fetchToken, GRAPH_SCOPE, refusalsOf } from '../graph/token.ts'
import { MailboxTrouble } from '../mailbox/mailbox-trouble.ts'
import { mailboxKey, openPassword } from '../mailbox/seal-password.ts'
import { type Finding, fault, ok } from './finding.ts'

const about = 'Microsoft 365'
const page = 'the page "Microsoft 365"'

/** What Microsoft's sign-in calls by a number (AADSTS...), and what to do then. */
const known: Record<number, [says: string, remedy: string]> = {
  7000222: [
    'the secret of its application has run out',
    `Make a new one in Entra (Certificates & secrets), and give it on ${page}.`,
  ],
  7000215: [
    'the secret of its application is wrong',
    `Give the value of the secret, not its id, on ${page}; or make a new one in Entra.`,
  ],
  700016: [
    'the tenant does not know the application',
    `Was it removed, or never allowed by an administrator of the tenant? Register it in Entra, and give its id on ${page}.`,
  ],
  7000112: ['the application is switched off', 'Let users sign in to it again: Entra, Enterprise applications.'],
  90002: ['there is no such tenant', `Correct its name on ${page}.`],
}

interface Tenant {
  tenant: string
  client_id: string
  secret: Buffer
}

/** Whether every connected tenant still lets its application in, and to what. */
export async function checkTenants(client: pg.ClientBase, dataFolder: string, login: string): Promise<Finding[]> {
  const { rows } = await client.query<Tenant>('select tenant, client_id, secret from microsoft_tenant order by tenant')
  if (rows.length === 0) return [ok(about, 'no tenant is connected')]
  return Promise.all(rows.map(row => checkTenant(row, mailboxKey(dataFolder), login)))
}

async function checkTenant({ tenant, client_id: clientId, secret }: Tenant, key: Buffer, login: string) {
  let clientSecret: string
  try {
    clientSecret = openPassword(key, secret, secretUse(tenant, clientId))
  } catch {
    const says = `${tenant}: the secret of its application was sealed with other secrets than those in secrets.json.`
    return fault(about, says, `Give it again on ${page}.`)
  }
  try {
    const application = { tenant, clientId, clientSecret }
    const { token } = await fetchToken(login, application, GRAPH_SCOPE, new AbortController().signal)
    return ok(about, `${tenant} lets the application in${isForAll(token) ? everybody : ''}`)
  } catch (error) {
    if (!(error instanceof MailboxTrouble)) throw error
    const [says, remedy] = refusalsOf(error).flatMap(code => (known[code] ? [known[code]] : []))[0] ?? [
      error.code,
      error.code === 'unreachable'
        ? `Does a firewall of this machine let it out to ${login}?`
        : `Look at the application in Entra, and give its id and secret again on ${page}.`,
    ]
    return fault(about, `${tenant}: ${says}.`, remedy)
  }
}

const everybody =
  ', to every mailbox unless a policy narrows it (Test-ApplicationAccessPolicy tells; the page "Microsoft 365" has narrower ways)'

/** Whether the tenant consented to mail as a whole: roles given in Exchange do not stand in the token. */
function isForAll(token: string): boolean {
  try {
    const { roles } = decodeJwt<{ roles?: string[] }>(token)
    return roles?.some(role => /^Mail\.Read/.test(role)) ?? false
  } catch {
    // Microsoft calls its tokens opaque; one that cannot be read tells nothing.
    return false
  }
}
