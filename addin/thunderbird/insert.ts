/** Puts words into the draft of a composer's tab where the caret stands, so that Thunderbird can undo it as if they were typed. */
export async function insertIntoDraft(tab: number, { html, text }: { html: string; text: string }): Promise<void> {
  const { isPlainText } = await messenger.compose.getComposeDetails(tab)
  const [done] = await messenger.scripting.executeScript({
    target: { tabId: tab },
    func: insertHere,
    args: isPlainText ? ['insertText', text] : ['insertHTML', html],
  })
  if (!done?.result) throw new Error('the draft did not take it')
}

/** Runs inside the draft and sees nothing of this file. */
function insertHere(command = '', words = ''): boolean {
  return document.execCommand(command, false, words)
}
