import { roomStyle } from './room-style.ts'
import { tameRoot } from './tame-root.ts'

/** The space that the panel takes from the mail. */
export interface Room {
  reserve(width: number): void
}

/** Moves the mail aside, on screen only, and lets a mail that is wider than what is left be scrolled to its end. */
export function makeRoom(): Room {
  tameRoot(document.documentElement)
  const style = document.createElement('style')
  style.media = 'screen'
  const end = document.createElement('lupa-end')
  document.documentElement.append(style, end)
  let reserved = 0

  function reachEnd() {
    // The root's margin is not scrolled to, so a point is placed as far behind the mail as the panel is wide.
    const right = rightOfMail()
    const isWider = right > document.documentElement.getBoundingClientRect().right + window.scrollX
    end.style.setProperty('left', `${isWider ? Math.ceil(right + reserved) - 1 : 0}px`, 'important')
  }

  new ResizeObserver(reachEnd).observe(document.documentElement)
  window.addEventListener('load', reachEnd, { once: true })

  return {
    reserve(width) {
      reserved = width
      style.textContent = roomStyle(width)
      reachEnd()
    },
  }
}

function rightOfMail(): number {
  if (!document.body) return 0
  const everything = document.createRange()
  everything.selectNodeContents(document.body)
  return everything.getBoundingClientRect().right + window.scrollX
}
