import { openWindow } from './open-window.ts'

const KEY = 'pop-out'
const SIZE = { width: 440, height: 760 }

/** Opens the pane in a window of its own, beginning with what this tab shows; brings it forward when it is open already. */
export async function openPopOut({ id }: MessengerTab): Promise<void> {
  const open = (await messenger.storage.session.get(KEY))[KEY]
  if (typeof open === 'number' && (await bringForward(open))) return
  const window = await openWindow(`pop-out.html#${id}`, SIZE)
  await messenger.storage.session.set({ [KEY]: window.id })
}

/** False when the user has closed it. */
function bringForward(window: number): Promise<boolean> {
  return messenger.windows.update(window, { focused: true }).then(
    () => true,
    () => false,
  )
}
