import { withoutMarkup } from '../host/without-markup.ts'

/** The words of a mail without markup, its own text parts only. */
export async function readWords(message: number): Promise<string> {
  const parts = await messenger.messages.listInlineTextParts(message)
  const plain = parts.filter(({ contentType }) => contentType === 'text/plain')
  // The plain part says the same as the one with markup, where there are both.
  if (plain.length > 0) return plain.map(({ content }) => content).join('\n')
  return parts.map(({ content }) => withoutMarkup(content)).join('\n')
}
