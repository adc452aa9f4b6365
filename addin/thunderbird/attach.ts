import type { AttachReply } from '../host/mail-host.ts'
import type { PlainRequest } from '../host/thunderbird-question.ts'
import { askForFile } from './ask-server.ts'

/** Fetches a file from the server and attaches it to a draft, under the name that the server gives it. */
export async function attach(tab: number, name: string, path: string, request: PlainRequest): Promise<AttachReply> {
  const response = await askForFile(path, request)
  const { status } = response
  if (!response.ok) return { status, body: await response.text(), isAttached: false }
  const file = new File([await response.blob()], nameIn(response.headers) ?? name)
  // The composer may have been closed meanwhile.
  const attached = messenger.compose.addAttachment(tab, { file }).then(
    () => true,
    () => false,
  )
  return { status, body: '', isAttached: await attached }
}

/** The name in an answer's Content-Disposition (RFC 6266), as our server writes it. */
function nameIn(headers: Headers): string | null {
  const name = /filename\*=UTF-8''([^;]+)/.exec(headers.get('content-disposition') ?? '')?.[1]
  return name ? decodeURIComponent(name) : null
}
