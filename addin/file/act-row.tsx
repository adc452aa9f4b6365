import { Ellipsis } from 'lucide'
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { FailureCode } from '../api/api-error.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { type MenuAct, MenuButton } from '../ui/menu-button.tsx'
import './act-row.css'

/** Something that can be done on a page. */
export interface Act extends MenuAct {
  /** Whether it is what the reader is going to do next. */
  isNext?: boolean
  /** More about it than its word says. */
  hint?: string
  /** Why it did not work. */
  failure?: FailureCode | undefined
}

interface ActRowProps {
  /** What is done most stands first. */
  acts: (Act | false | null | undefined)[]
}

/** What can be done on a page, in one row whatever its width: as many buttons as there is room for, the others in a menu. */
export function ActRow({ acts: offered }: ActRowProps) {
  const { more } = useAppText()
  const acts = offered.filter(act => !!act)
  const row = useRef<HTMLDivElement>(null)
  const room = useRoom(row, acts.map(({ word }) => word).join('\n'))
  const fitting = acts.slice(0, room)
  const others = acts.slice(room)
  if (acts.length === 0) return null
  return (
    <div class="acts">
      <div ref={row} class="act-row">
        {fitting.map(act => (
          <ActButton key={act.name} act={act} />
        ))}
        <MenuButton
          key="more"
          class={others.length > 0 ? 'more' : 'more over'}
          word={more}
          icon={Ellipsis}
          acts={others}
        />
        {others.map(act => (
          <ActButton key={act.name} act={act} isOver />
        ))}
      </div>
      {acts.map(({ name, failure }) => failure && <FailureNotice key={name} failure={failure} />)}
    </div>
  )
}

/** One that is over stays where its width can be read, unseen and out of reach. */
function ActButton({ act, isOver }: { act: Act; isOver?: boolean }) {
  return (
    <Button
      class={isOver ? 'over' : undefined}
      look={act.isNext ? 'primary' : 'plain'}
      icon={act.icon}
      title={act.hint}
      busy={act.isBusy ?? false}
      onClick={act.run}
    >
      {act.word}
    </Button>
  )
}

/** How many acts of these words the row has room for; asked before it is painted, and whenever its width changes. */
function useRoom(row: RefObject<HTMLElement | null>, words: string): number {
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY)

  useLayoutEffect(() => {
    const element = row.current
    if (!element) return
    let around = 0
    // The menu makes the row wider, and with it its part of the line: what has room only by that would come and go for ever.
    const look = () => {
      const now = element.parentElement?.parentElement?.clientWidth ?? 0
      const isSame = now === around
      around = now
      setRoom(before => (isSame ? Math.min(before, roomIn(element)) : roomIn(element)))
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [row, words])

  useLayoutEffect(() => {
    const element = row.current
    // Whoever stands on a button that goes into the menu stays beside it.
    if (element?.querySelector('.over:focus')) element.querySelector<HTMLElement>('.more:not(.over)')?.focus()
  }, [row, room])

  return room
}

/** What sums of parts of a pixel may be wrong by. */
const ROUNDING = 0.1

function roomIn(row: HTMLElement): number {
  const { columnGap, paddingInlineStart, paddingInlineEnd } = getComputedStyle(row)
  const gap = Number.parseFloat(columnGap)
  const widthOf = (element: HTMLElement) => element.getBoundingClientRect().width
  // Not in whole pixels: a row as wide as its buttons would be rounded to one that is too narrow for them.
  const inside = widthOf(row) - Number.parseFloat(paddingInlineStart) - Number.parseFloat(paddingInlineEnd)
  const width = inside + gap + ROUNDING
  const takes = (button: HTMLElement) => widthOf(button) + gap
  const more = row.querySelector<HTMLElement>(':scope > .more')
  const buttons = [...row.querySelectorAll<HTMLElement>(':scope > .button:not(.more)')]
  if (row.clientWidth === 0 || sum(buttons.map(takes)) <= width) return Number.POSITIVE_INFINITY
  let left = width - (more ? takes(more) : 0)
  return buttons.findIndex(button => {
    left -= takes(button)
    return left < 0
  })
}

function sum(numbers: number[]): number {
  return numbers.reduce((one, other) => one + other, 0)
}
