import { LARGEST_SHOWN_MSG } from '../../shared/document.ts'
import { shownMsgSource } from '../mail/msg-source.ts'
import { refuseMsg } from '../message/refuse-msg.ts'
import { Refusal } from '../refusal.ts'
import type { BlobStore } from '../storage/blob-store.ts'
import type { KeptFile } from './read-content.ts'

/** The mail in a file of Outlook's, in the form in which mail travels; refuses files that are none, and those that nobody would wait for. */
export async function mailInMsg(blobs: BlobStore, { hash, name, size }: KeptFile): Promise<Uint8Array> {
  if (!/\.msg$/i.test(name) || size > LARGEST_SHOWN_MSG) throw new Refusal('not-processable')
  return shownMsgSource(await blobs.read(hash)).catch(refuseMsg)
}

/** Under what name that mail is saved. */
export function nameOfMailIn({ name }: KeptFile): string {
  return name.replace(/\.msg$/i, '.eml')
}
