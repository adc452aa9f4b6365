import { listMails } from './list-mails.ts'
import { openWindow } from './open-window.ts'
import { keepForWindow, keepSelection, TOO_MANY } from './selection.ts'

const SIZE = { width: 440, height: 680 }

/** Puts the filing of selected mails into the menu of the mail list. */
export async function addMenu(): Promise<void> {
  // Thunderbird may have kept the menu from its last run; the second of the same name would be refused.
  await messenger.menus.removeAll()
  const title = messenger.i18n.getMessage('fileSeveral')
  messenger.menus.create({ id: 'file-several', title, contexts: ['message_list'] })
}

/** Opens the window in which the selected mails are filed in one act, or in which it is said that they are too many. */
export async function openSeveral(selected: MessengerMessageList): Promise<void> {
  const key = await keepSelection(await listMails(selected)).catch(() => TOO_MANY)
  const { id } = await openWindow(`several.html#${key}`, SIZE)
  if (key !== TOO_MANY) await keepForWindow(key, id)
}
