import type { TargetedKeyboardEvent } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

type TabsProps<Value extends string> = {
  label: string
  options: readonly { value: Value; label: string }[]
  value: Value
  onValue: (value: Value) => void
  /** Id of the element whose content the tabs change. */
  panelId: string
}

const steps: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

/** Tabs of which one is chosen; arrow keys, Home and End move between them. */
export function Tabs<Value extends string>({ label, options, value, onValue, panelId }: TabsProps<Value>) {
  const list = useRef<HTMLDivElement>(null)
  // Where it is narrow the row scrolls, and a page may open on its last tab.
  useEffect(() => showChosen(list.current), [value])

  function handleKey(event: TargetedKeyboardEvent<HTMLDivElement>) {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const now = options.findIndex(option => option.value === value)
    const next =
      Math.abs(step) === 1 ? (now + step + options.length) % options.length : step < 0 ? 0 : options.length - 1
    const tabs = event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')
    tabs[next]?.focus()
    const option = options[next]
    if (option) onValue(option.value)
  }

  return (
    <div ref={list} class="tabs" role="tablist" aria-label={label} tabIndex={-1} onKeyDown={handleKey}>
      {options.map(option => (
        <button
          key={option.value}
          type="button"
          role="tab"
          class="tab cut"
          title={option.label}
          aria-selected={option.value === value}
          aria-controls={panelId}
          tabIndex={option.value === value ? 0 : -1}
          onClick={() => onValue(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}

/** Scrolls what the row lies in, sideways alone: the page stays where its reader left it. */
function showChosen(list: HTMLElement | null) {
  const frame = list?.parentElement
  const tab = list?.querySelector('[aria-selected=true]')
  if (!frame || !tab) return
  const [around, chosen] = [frame.getBoundingClientRect(), tab.getBoundingClientRect()]
  if (chosen.right > around.right) frame.scrollLeft += chosen.right - around.right
  else if (chosen.left < around.left) frame.scrollLeft -= around.left - chosen.left
}
