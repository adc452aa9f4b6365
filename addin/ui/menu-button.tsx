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

/** A button with a menu: the arrows, Home, End and first letters choose, Enter takes, Esc and Tab leave. */
export function MenuButton({ word, icon, acts, class: more }: MenuButtonProps) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const beginAt = useRef(0)

  function handleToggle({ newState }: Pick<ToggleEvent, 'newState'>) {
    setIsOpen(newState === 'open')
    if (newState === 'open') linesOf(box.current).at(beginAt.current)?.focus()
    beginAt.current = 0
  }

  function handleButtonKey(event: TargetedKeyboardEvent<HTMLButtonElement>) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    event.stopPropagation()
    beginAt.current = event.key === 'ArrowUp' ? -1 : 0
    event.currentTarget.click()
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
        popovertarget={id}
        aria-haspopup="menu"
        aria-controls={id}
        aria-expanded={isOpen}
        onClick={event => place(event.currentTarget, box.current)}
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
        onToggle={handleToggle}
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

/** Below its button, and along that side of it on which there is more room. It scrolls with the page. */
function place(button: HTMLElement, menu: HTMLElement | null) {
  if (!menu) return
  const { left, right, bottom } = button.getBoundingClientRect()
  const width = document.documentElement.clientWidth
  const isLeft = left < width - right
  menu.style.top = `${bottom + scrollY + 4}px`
  menu.style.left = isLeft ? `${left}px` : 'auto'
  menu.style.right = isLeft ? 'auto' : `${width - right}px`
}
