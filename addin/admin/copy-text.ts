/** Puts words on the clipboard. It is closed to pages without TLS; there a field is selected and copied the old way. */
export async function copyText(words: string) {
  try {
    await navigator.clipboard.writeText(words)
  } catch {
    const field = document.createElement('textarea')
    field.value = words
    document.body.append(field)
    field.select()
    document.execCommand('copy')
    field.remove()
  }
}
