const KEY = 'marks-shared'

/** Whether mails in folders of others are marked too, which everybody sees who reads such a folder. */
export async function marksShared(): Promise<boolean> {
  return (await messenger.storage.local.get(KEY))[KEY] === true
}

/** Switches that on or off. What is marked already stays so. */
export async function markShared(isOn: boolean): Promise<void> {
  await (isOn ? messenger.storage.local.set({ [KEY]: true }) : messenger.storage.local.remove(KEY))
}

/**
 * Whether a folder is of others too, as far as Thunderbird lets us know. It does not tell whose a folder is; but those of
 * others and of everybody hang on a name that holds no mail itself ("shared", "Other Users", "Public Folders"). So may an own
 * one: "[Gmail]" does, and is known by the sent mail and the drafts in it.
 */
export async function isShared({ id }: MessengerFolder): Promise<boolean> {
  const above = (await messenger.folders.getParentFolders(id)).filter(({ isRoot }) => !isRoot)
  const top = above.at(-1)
  if (!top) return false
  if ((await messenger.folders.getFolderCapabilities(top.id)).canAddMessages) return false
  const inside = await messenger.folders.getSubFolders(top.id, false)
  return !inside.some(({ specialUse }) => specialUse && specialUse.length > 0)
}
