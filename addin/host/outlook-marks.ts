import { everyFiledCategory, filedCategories } from '../../shared/filed-mark.ts'
import { settled } from './office-call.ts'

const MARK_COLOUR = 'Preset4'

/** The categories that the mailbox offers; Outlook gives a mail only such as are among them. */
type Master = (typeof Office)['context']['mailbox']['masterCategories']

/** Gives a mail the filed mark, in the reader's own language. */
export async function addMark(item: OfficeItem, master: Master, language: string): Promise<void> {
  const { categories } = item
  if (!categories) return
  const name = language.toLowerCase().startsWith('pl') ? filedCategories.pl : filedCategories.en
  // Fails when it is there already, which is as good.
  if (master)
    await settled<unknown>(done => master.addAsync([{ displayName: name, color: MARK_COLOUR }], done)).catch(() => null)
  await settled<unknown>(done => categories.addAsync([name], done))
}

/** Takes the mark away, whoever put it there in whatever language. */
export async function removeMark(item: OfficeItem): Promise<void> {
  await settled<unknown>(done => item.categories?.removeAsync([...everyFiledCategory], done))
}
