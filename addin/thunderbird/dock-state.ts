const KEY = 'dock'

/** How the user left the panel: how wide, and whether it is open. */
export interface DockState {
  width: number
  open: boolean
}

export const dockWidth = { least: 260, usual: 340, most: 640 } as const

/** What the user last chose on this device. */
export async function readDockState(): Promise<DockState> {
  const kept = (await messenger.storage.local.get(KEY))[KEY] as Partial<DockState> | undefined
  return { width: clampWidth(kept?.width ?? dockWidth.usual), open: kept?.open ?? true }
}

/** Remembers how the user left the panel. */
export function writeDockState(state: DockState): void {
  void messenger.storage.local.set({ [KEY]: state })
}

/** The nearest width that is neither too narrow to read nor wider than a mail can bear. */
export function clampWidth(width: number): number {
  return Math.round(Math.min(dockWidth.most, Math.max(dockWidth.least, width)))
}
