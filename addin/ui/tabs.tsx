import type { TargetedKeyboardEvent } from 'preact'

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
    <div class="tabs" role="tablist" aria-label={label} tabIndex={-1} onKeyDown={handleKey}>
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
