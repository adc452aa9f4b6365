import { everyFiledCategory, filedCategories } from '../../shared/filed-mark.ts'
import { propertiesOf } from './draft-properties.ts'
import { settled } from './office-call.ts'

const MARK_COLOUR = 'Preset4'
/** Kept with the mail: that the mark is ours, and no category of the same name that somebody chose by hand. */
const KEY = 'lupa-mark'

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
  await keep(item, true)
}

/** Takes the mark away, whoever put it there in whatever language. */
export async function removeMark(item: OfficeItem): Promise<void> {
  await settled<unknown>(done => item.categories?.removeAsync([...everyFiledCategory], done))
  await keep(item, false)
}

/** Takes the mark away where we put it: the mail was taken out of its file elsewhere. */
export async function removeOurMark(item: OfficeItem): Promise<void> {
  const properties = await propertiesOf(item).catch(() => null)
  if (properties?.get(KEY) === true) await removeMark(item)
}

/** A mail that keeps nothing has its mark all the same; only its going elsewhere will not be noticed. */
async function keep(item: OfficeItem, isOurs: boolean): Promise<void> {
  const properties = await propertiesOf(item).catch(() => null)
  if (!properties || (properties.get(KEY) === true) === isOurs) return
  if (isOurs) properties.set(KEY, true)
  else properties.remove(KEY)
  await settled<unknown>(done => properties.saveAsync(done)).catch(() => undefined)
}
