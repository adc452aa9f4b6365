let room: HTMLIFrameElement | null = null
let isOpen: Promise<void> | null = null

/**
 * Opens the room in which mails are cleaned: an unseen frame under the policy of mails. What is parsed obeys the policy of
 * the window whose parser it is, and ours allows no style of a mail's own; under it each one would be refused and told as
 * an attack before the cleaning has so much as looked at it. In the room nothing runs and nothing loads either.
 */
export function openCleaningRoom(): Promise<void> {
  isOpen ??= new Promise(resolve => {
    const frame = document.createElement('iframe')
    frame.hidden = true
    frame.title = 'Lupa'
    frame.setAttribute('sandbox', 'allow-same-origin')
    frame.addEventListener('load', () => {
      // An error page is loaded too, and nobody may look into it. Then our own window does, until the next mail.
      if (frame.contentDocument) room = frame
      else {
        isOpen = null
        frame.remove()
      }
      resolve()
    })
    frame.src = '/mail-frame.html'
    document.body.append(frame)
  })
  return isOpen
}

/** The window to clean in: our own where the room could not be opened, which is as safe and only makes noise. */
export function cleaningWindow(): Window & typeof globalThis {
  // The browser types a frame's window without its constructors.
  return (room?.contentWindow ?? window) as Window & typeof globalThis
}
