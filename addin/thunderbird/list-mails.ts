import type { SelectedMail } from '../host/mail-host.ts'

/** All mails of a list, which Thunderbird hands out page by page. */
export async function listMails(list: MessengerMessageList): Promise<SelectedMail[]> {
  const mails = list.messages.map(({ id, subject }) => ({ id: String(id), subject }))
  if (list.id === null) return mails
  return [...mails, ...(await listMails(await messenger.messages.continueList(list.id)))]
}
