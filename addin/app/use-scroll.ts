import { useLayoutEffect } from 'preact/hooks'
import { keptScroll, type Visit } from './visit.ts'

const PATIENCE_MS = 2000

/** Puts a new page at its top, and a page one returns to where it stood, as soon as it is long enough again. */
export function useScroll(visit: Visit) {
  useLayoutEffect(() => {
    if (visit.isReturn) return scrollBack(keptScroll(visit.key))
    scrollTo(0, 0)
    return undefined
  }, [visit.key])
}

/** Tries at each frame until the page is there. Returns how to stop; the reader's own scrolling stops it too. */
function scrollBack(top: number): () => void {
  const end = performance.now() + PATIENCE_MS
  let frame = 0
  const step = () => {
    scrollTo(0, top)
    if (Math.abs(scrollY - top) > 1 && performance.now() < end) frame = requestAnimationFrame(step)
  }
  const stop = () => cancelAnimationFrame(frame)
  for (const own of ['wheel', 'touchstart', 'keydown']) addEventListener(own, stop, { once: true, passive: true })
  step()
  return stop
}
