import { X509Certificate } from 'node:crypto'
import { connect } from 'node:net'
import type pg from 'pg'
import type { SmtpSettings } from '../smtp-settings.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

const about = 'mail door'
const PATIENCE_MS = 5_000
const DAY_MS = 86_400_000
const SOON_MS = 14 * DAY_MS
const READ_TOO_LATE = '1 hour'

/** Whether journals and blind copies are taken: the door answers, its certificate holds, and what came is read. */
export async function checkMailDoor(
  client: pg.ClientBase,
  settings: SmtpSettings | null,
  now: Date,
): Promise<Finding[]> {
  const { rows } = await client.query<{ open: number; late: number }>(
    `select (select count(*)::int from journal_address where enabled) as open,
            (select count(*)::int from journal_arrival where arrived_at < now() - interval '${READ_TOO_LATE}') as late`,
  )
  const { open = 0, late = 0 } = rows[0] ?? {}
  const findings = settings ? [...checkCertificate(settings, now), ...(await checkAnswer(settings))] : []
  if (!settings && open > 0)
    findings.push(
      warning(
        about,
        `${open} addresses for copies are open, but there is no door for their mail.`,
        'Set LUPA_SMTP_PORT, or close them on the page "Adresy do kopii".',
      ),
    )
  if (late > 0)
    findings.push(
      fault(
        about,
        `${late} mails that were taken wait for more than ${READ_TOO_LATE} to be read.`,
        'Start Lupa; if it runs, its log says what hinders it ("journal"). None of them is lost.',
      ),
    )
  if (findings.length > 0) return findings
  return [ok(about, settings ? `open at port ${settings.port}, for ${open} addresses` : 'off, and not needed')]
}

function checkCertificate({ tls }: SmtpSettings, now: Date): Finding[] {
  if (!tls) return []
  const ends = new X509Certificate(tls.cert).validToDate
  const left = ends.getTime() - now.getTime()
  if (left > SOON_MS) return []
  const remedy = 'Renew the file of LUPA_SMTP_TLS_CERT, and restart the service.'
  const when = ends.toISOString().slice(0, 10)
  return left <= 0
    ? [fault(about, `Its certificate ran out on ${when}.`, remedy)]
    : [warning(about, `Its certificate runs out on ${when}.`, remedy)]
}

async function checkAnswer({ host, port }: SmtpSettings): Promise<Finding[]> {
  // Everywhere includes here.
  const here = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  if (port === 0 || (await greets(here, port))) return []
  return [
    fault(
      about,
      `Nobody answers as a mail server at ${here}:${port}.`,
      'Is Lupa running, and does nothing else use that port? Ports below 1024 need a right of their own.',
    ),
  ]
}

/** Whether a server of mail says its first word. A stranger, which this machine may be to it, is sent away with another one. */
function greets(host: string, port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host, port })
    const settle = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(PATIENCE_MS, () => settle(false))
    socket.once('error', () => settle(false))
    socket.once('end', () => settle(false))
    socket.once('data', said => settle(/^[245]\d\d[ -]/.test(String(said))))
  })
}
