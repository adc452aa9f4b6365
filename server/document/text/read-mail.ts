import { convertMsg } from '../../mail/convert-msg.ts'
import { parseMessage } from '../../mail/parse.ts'
import type { ParsedMessage } from '../../mail/parsed-message.ts'
import type { Page } from './page.ts'

/** Reads a mail that lies as a file in another: who wrote it to whom, what it says. Answers with the files that it carries. */
export async function readMail(bytes: Buffer, page: Page): Promise<Buffer[]> {
  const parsed = await parseMessage(bytes)
  page.add([parsed.subject, ...peopleOf(parsed), '', parsed.text].join('\n'))
  page.endLine()
  return parsed.attachments.map(({ content }) => Buffer.from(content.buffer, content.byteOffset, content.byteLength))
}

/** The same for a mail that Outlook saved. */
export async function readMsg(bytes: Buffer, page: Page): Promise<Buffer[]> {
  return readMail(Buffer.from(await convertMsg(new Uint8Array(bytes))), page)
}

function peopleOf({ from, to, cc }: ParsedMessage): string[] {
  return [...from, ...to, ...cc].map(({ name, address }) => `${name} ${address}`.trim())
}
