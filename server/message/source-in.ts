import { LARGEST_SHOWN_MSG } from '../../shared/document.ts'
import { msgSource, shownMsgSource } from '../mail/msg-source.ts'
import { Refusal } from '../refusal.ts'
import { refuseMsg } from './refuse-msg.ts'

/** How the files begin that Outlook saves a mail in (an OLE compound file). */
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** A message as it was handed in: its source, and the .msg that the source was made from. */
export interface HandedIn {
  source: Uint8Array
  origin: Uint8Array | null
}

/** Reads a body: a message as it travelled, or one that Outlook saved as .msg. */
export async function sourceIn(body: Uint8Array | null): Promise<HandedIn> {
  if (!body?.byteLength) throw new Refusal('invalid', ['body'])
  if (!isOle(body)) return { source: body, origin: null }
  return { source: await msgSource(body).catch(refuseMsg), origin: body }
}

/** The mail in a file of Outlook's for who only looks at it; refuses what is none, and what nobody would wait for. */
export async function shownSourceIn(body: Uint8Array | null): Promise<Uint8Array> {
  if (!body?.byteLength) throw new Refusal('invalid', ['body'])
  if (body.byteLength > LARGEST_SHOWN_MSG) throw new Refusal('too-large')
  if (!isOle(body)) throw new Refusal('not-processable')
  return shownMsgSource(body).catch(refuseMsg)
}

function isOle(body: Uint8Array): boolean {
  return OLE.equals(body.subarray(0, OLE.byteLength))
}
