import { settled } from './office-call.ts'

/** Puts words into a draft of Outlook's where the caret stands, in the form in which the draft is written. */
export async function insertIntoDraft({ body }: OfficeItem, words: { html: string; text: string }): Promise<void> {
  const form = await settled<'html' | 'text'>(done => {
    if (!body.getTypeAsync) throw new Error('no draft is open')
    body.getTypeAsync(done)
  })
  await settled<unknown>(done => body.setSelectedDataAsync?.(words[form], { coercionType: form }, done))
}
