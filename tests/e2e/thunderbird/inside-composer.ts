/** Functions about mails that are being written; they run inside Thunderbird like those of `inside-thunderbird.ts`. */
import type { Tools } from './inside-thunderbird.ts'

// biome-ignore-start lint/suspicious/noExplicitAny: Thunderbird's internals have no published types.
declare const ChromeUtils: any
declare const Components: any
declare const Services: any

/** Saves the mail that is being written as a draft, as its user does, and closes the composer. */
export async function saveAndClose(tools: Tools): Promise<void> {
  const composer = await tools.until('a composer', () => Services.wm.getMostRecentWindow('msgcompose'))
  await composer.SaveAsDraft()
  await tools.until(
    'the draft to be saved',
    () => !composer.gSendOperationInProgress && !composer.gSaveOperationInProgress,
  )
  composer.close()
}

/** Opens a saved draft by its Message-ID, as a double click on it does. */
export async function openDraft(tools: Tools, messageId: string): Promise<void> {
  const { MailServices } = ChromeUtils.importESModule('resource:///modules/MailServices.sys.mjs')
  const server = MailServices.accounts.allServers.find((one: any) => one.type === 'imap')
  const drafts = await tools.until('the folder of drafts', () => server.rootFolder.getFolderWithFlags(0x400))
  const header = await tools.until(`the draft ${messageId}`, () =>
    [...drafts.messages].find((one: any) => one.messageId === messageId),
  )
  const { Draft } = Components.interfaces.nsIMsgCompType
  const [identity] = MailServices.accounts.allIdentities
  MailServices.compose.OpenComposeWindow(null, header, drafts.getUriForMsg(header), Draft, 0, identity, null, null)
}

/** Whether a copy of what is sent is kept in a folder. */
export async function keepCopies(_tools: Tools, isOn: boolean): Promise<void> {
  const { MailServices } = ChromeUtils.importESModule('resource:///modules/MailServices.sys.mjs')
  for (const identity of MailServices.accounts.allIdentities) identity.doFcc = isOn
}
// biome-ignore-end lint/suspicious/noExplicitAny: see above
