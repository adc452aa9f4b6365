import { drawFrame } from './dock-frame.ts'
import { clampWidth, type DockState } from './dock-state.ts'
import { makeRoom } from './make-room.ts'
import { makeResizable } from './resize.ts'

/** The open panel, whose content can be drawn anew. */
export interface Dock {
  refill(): void
}

/** Draws content and returns how to remove it. */
export type DrawContent = (root: ShadowRoot) => () => void

interface DockOptions {
  content: DrawContent
  onState: (state: DockState) => void
  /** Is told of the panel's element before it is shown. */
  claim: (panel: HTMLElement) => void
}

const STRIP_WIDTH = 36

/** Docks the panel at the right side of the shown mail. A collapsed panel holds no content, so it asks nothing. */
export function openDock(initial: DockState, { content, onState, claim }: DockOptions): Dock {
  const frame = drawFrame(claim)
  const room = makeRoom()
  let state = initial
  let remove: (() => void) | null = null

  function empty() {
    remove?.()
    remove = null
    frame.body.replaceChildren()
  }

  function refill() {
    empty()
    if (!state.open) return
    const box = document.createElement('div')
    frame.body.append(box)
    remove = content(box.attachShadow({ mode: 'closed' }))
  }

  function arrange() {
    frame.show(state)
    room.reserve(state.open ? state.width : STRIP_WIDTH)
  }

  function change(next: Partial<DockState>) {
    const wasOpen = state.open
    state = { ...state, ...next }
    arrange()
    if (state.open !== wasOpen) refill()
  }

  frame.toggle.addEventListener('click', () => {
    change({ open: !state.open })
    onState(state)
  })
  makeResizable(frame.edge, {
    width: () => state.width,
    onMove: width => change({ width: clampWidth(width) }),
    onEnd: () => onState(state),
  })
  arrange()
  refill()
  return { refill }
}
