import type { IconNode } from 'lucide'
import type { TargetedKeyboardEvent } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import './menu.css'

/** Something that can be done, as a button or a line of a menu shows it. */
export interface MenuAct {
  /** Tells it from the others, whatever it is called at the moment. */
  name: string
  icon: IconNode
  word: string
  isBusy?: boolean
  run: () => void
}

interface MenuButtonProps {
  word: string
  icon: IconNode
  acts: MenuAct[]
  class?: string | undefined
}

const GAP_PX = 4
const EDGE_PX = 8

/** A button with a menu: the arrows, Home, End and first letters choose, Enter takes, Esc and Tab leave. */
export function MenuButton({ word, icon, acts, class: more }: MenuButtonProps) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)

  function toggle(event: Event, button: HTMLButtonElement, first: 0 | -1) {
    const menu = box.current
    event.preventDefault()
    event.stopPropagation()
    button.focus()
    if (!menu?.togglePopover()) return
    place(button, menu)
    linesOf(menu).at(first)?.focus()
  }

  function handleButtonKey(event: TargetedKeyboardEvent<HTMLButtonElement>) {
    if (event.key === 'ArrowDown') toggle(event, event.currentTarget, 0)
    if (event.key === 'ArrowUp') toggle(event, event.currentTarget, -1)
  }

  function take(act: MenuAct) {
    // First, so that a dialog knows from where it was opened.
    box.current?.hidePopover()
    act.run()
  }

  return (
    <>
      <Button
        class={more}
        icon={icon}
        // So that a press on it, which is one outside the menu, does not close what it is going to close.
        popovertarget={id}
        aria-haspopup="menu"
        aria-controls={id}
        aria-expanded={isOpen}
        onClick={event => toggle(event, event.currentTarget, 0)}
        onKeyDown={handleButtonKey}
      >
        {word}
      </Button>
      <div
        ref={box}
        id={id}
        class="menu"
        role="menu"
        aria-label={word}
        popover="auto"
        onToggle={({ newState }) => setIsOpen(newState === 'open')}
        onKeyDown={handleMenuKey}
      >
        {acts.map(act => (
          <button
            key={act.name}
            type="button"
            role="menuitem"
            class="menu-line"
            tabIndex={-1}
            aria-disabled={act.isBusy ? true : undefined}
            onClick={() => !act.isBusy && take(act)}
          >
            <Icon shape={act.icon} />
            {act.word}
          </button>
        ))}
      </div>
    </>
  )
}

function linesOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
}

function handleMenuKey(event: TargetedKeyboardEvent<HTMLDivElement>) {
  const menu = event.currentTarget
  // The focus is back on the button then, and Tab goes on from there.
  if (event.key === 'Tab') return menu.hidePopover()
  const lines = linesOf(menu)
  const at = lines.findIndex(line => line.matches(':focus'))
  const next = lineFor(event.key, lines, at)
  if (!next) return
  event.preventDefault()
  // A letter is none of the page's keys here.
  event.stopPropagation()
  next.focus()
}

function lineFor(key: string, lines: HTMLElement[], at: number): HTMLElement | undefined {
  if (key === 'ArrowDown') return lines[(at + 1) % lines.length]
  if (key === 'ArrowUp') return lines.at(at - 1)
  if (key === 'Home') return lines[0]
  if (key === 'End') return lines.at(-1)
  if (key.length !== 1 || key === ' ') return undefined
  const after = [...lines.slice(at + 1), ...lines.slice(0, at + 1)]
  return after.find(line => line.textContent?.toLowerCase().startsWith(key.toLowerCase()))
}

/** Below its button, as far to the left as it has to be to stand on the page. It scrolls with the page. */
function place(button: HTMLElement, menu: HTMLElement) {
  const { left, bottom } = button.getBoundingClientRect()
  const most = document.documentElement.clientWidth - menu.offsetWidth - EDGE_PX
  menu.style.top = `${bottom + scrollY + GAP_PX}px`
  menu.style.left = `${Math.max(EDGE_PX, Math.min(left, most))}px`
}
