const PANEL = { id: 'panel', js: ['/panel.js'], runAt: 'document_start' as const }

/** Has the panel drawn in every mail that is shown from now on, and in those that are shown already. */
export async function showPanels(): Promise<void> {
  // Both the installation and the start of Thunderbird may arrive; the second registration would be refused.
  if (!(await isPanelRegistered()))
    await messenger.scripting.messageDisplay.registerScripts([PANEL]).catch(() => undefined)

  const tabs = await messenger.tabs.query({})
  await Promise.all(tabs.map(tab => draw(tab.id)))
}

/** Whether the panel is drawn by itself already. */
export async function isPanelRegistered(): Promise<boolean> {
  return (await messenger.scripting.messageDisplay.getRegisteredScripts()).length > 0
}

async function draw(tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return
  // Thunderbird refuses where no mail is shown.
  await messenger.scripting.executeScript({ target: { tabId }, files: PANEL.js }).catch(() => undefined)
}
