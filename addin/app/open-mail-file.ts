import { LARGEST_SHOWN_MSG } from '../../shared/document.ts'
import { readMsg } from '../../shared/message.ts'
import { ApiError } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import type { BrowserHost } from '../host/browser.ts'

/** How the files begin that Outlook saves a mail in, whatever they are called. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/**
 * Shows the mail of a file beside the pane. Of one that Outlook saved (.msg) the server makes what can be shown; what is
 * filed then is the file itself. Rejects with the server's refusal, or with another error when the file is no mail.
 */
export async function openMailFile(host: BrowserHost, file: Blob): Promise<void> {
  if (!(await isOutlooks(file))) return host.openFile(file)
  if (file.size > LARGEST_SHOWN_MSG) throw new ApiError('too-large')
  // A mail that the server wrote anew is UTF-8 throughout.
  const mail = (await call(host, readMsg, { body: file })) as unknown as string
  await host.openFile(file, new Blob([mail], { type: 'message/rfc822' }))
}

async function isOutlooks(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, OLE.length).arrayBuffer())
  return OLE.every((byte, index) => head[index] === byte)
}
