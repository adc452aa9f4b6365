import { useEffect, useRef, useState } from 'preact/hooks'
import { useAppText } from '../app/surroundings.ts'

const HIGHEST_PX = 20_000
const LOWEST_PX = 80

/** Inside the frame only; the page's own styles do not reach there, and a mail may count on black on white. */
const looks = `
html { color-scheme: light; background: #fff; color: #1b1b1f; }
body { margin: 12px; font: 14px/1.5 system-ui, "Segoe UI", sans-serif; overflow-wrap: anywhere; }
img { max-width: 100%; height: auto; }
table { max-width: 100%; }
pre { white-space: pre-wrap; }
blockquote { margin: 0 0 0 8px; padding-inline-start: 8px; border-inline-start: 2px solid #85858f; }
summary { cursor: pointer; color: #0b65c2; }`

interface MailFrameProps {
  /** Makes the cleaned content; asked for when the frame is there to take it. */
  content: () => DocumentFragment
}

/**
 * Shows the cleaned HTML of a mail in a frame in which nothing runs and nothing loads, by its sandbox and by the policy
 * with which the server sends it, even if the cleaning had overlooked something.
 */
export function MailFrame({ content }: MailFrameProps) {
  const text = useAppText().mail
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(LOWEST_PX)
  const [isLoaded, setIsLoaded] = useState(false)

  useEffect(() => {
    const inside = frame.current?.contentDocument
    if (!isLoaded || !inside?.body) return
    const style = inside.createElement('style')
    style.textContent = looks
    inside.head.replaceChildren(style)
    inside.body.replaceChildren(inside.importNode(content(), true))
    const measure = () => setHeight(Math.min(HIGHEST_PX, Math.max(LOWEST_PX, inside.documentElement.scrollHeight)))
    const watcher = new ResizeObserver(measure)
    watcher.observe(inside.body)
    measure()
    return () => watcher.disconnect()
  }, [isLoaded, content])

  return (
    <iframe
      ref={frame}
      class="mail-frame"
      title={text.frame}
      src="/mail-frame.html"
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerpolicy="no-referrer"
      height={height}
      onLoad={() => setIsLoaded(true)}
    />
  )
}
