import { openDownload } from '../../shared/export.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'

/**
 * Lets the browser save an answer by itself, to its disk and however long it is; how far it is, and how to stop it, the browser
 * shows. A link carries no token, so a ticket that serves once goes along instead.
 */
export async function saveByBrowser(host: MailHost, path: string, name: string): Promise<void> {
  const { ticket } = await call(host, openDownload, { body: { path } })
  const link = document.createElement('a')
  link.href = `${path}${path.includes('?') ? '&' : '?'}ticket=${ticket}`
  link.download = name
  link.rel = 'noreferrer'
  link.click()
}
