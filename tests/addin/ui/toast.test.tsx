import { render } from 'preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Toast, Toasts, useToast } from '../../../addin/ui/toast.tsx'
import { byRole } from '../by-role.ts'

let show: (toast: Toast) => void

function Grab() {
  show = useToast()
  return null
}

function board(): HTMLElement {
  render(
    <Toasts>
      <Grab />
    </Toasts>,
    document.body,
  )
  return document.body
}

beforeEach(() => void vi.useFakeTimers())

afterEach(async () => {
  render(null, document.body)
  // What Preact still means to do would wait for a clock that stands.
  await vi.advanceTimersByTimeAsync(100)
  vi.useRealTimers()
})

it('speaks without moving the focus and leaves after ten seconds', async () => {
  const page = board()
  const onEnd = vi.fn()

  show({ message: 'Odpięto', onEnd })
  await vi.advanceTimersByTimeAsync(9_000)
  expect(byRole(page, 'status').textContent).toContain('Odpięto')
  await vi.advanceTimersByTimeAsync(1_500)

  expect(byRole(page, 'status').textContent).toBe('')
  expect(onEnd).toHaveBeenCalledTimes(1)
})

it('stays while somebody points at it', async () => {
  const page = board()
  show({ message: 'Odpięto' })
  await vi.advanceTimersByTimeAsync(100)

  page.querySelector('.toast')?.dispatchEvent(new PointerEvent('pointerenter'))
  await vi.advanceTimersByTimeAsync(60_000)

  expect(byRole(page, 'status').textContent).toContain('Odpięto')
})

it('ends the toast before when another comes, and not the one that was undone', async () => {
  const page = board()
  const first = vi.fn()
  const second = vi.fn()

  show({ message: 'Pierwsze', onEnd: first })
  show({ message: 'Drugie', onUndo: () => undefined, onEnd: second })
  await vi.advanceTimersByTimeAsync(100)
  byRole(page, 'button', 'Cofnij').click()
  await vi.advanceTimersByTimeAsync(20_000)

  expect(first).toHaveBeenCalledTimes(1)
  expect(second).not.toHaveBeenCalled()
})

it('ends when the page goes away', async () => {
  board()
  const onEnd = vi.fn()
  show({ message: 'Odpięto', onEnd })
  await vi.advanceTimersByTimeAsync(100)

  globalThis.dispatchEvent(new Event('pagehide'))

  expect(onEnd).toHaveBeenCalledTimes(1)
})

it('is undone by the keys that undo everywhere, but not while somebody types', async () => {
  const page = board()
  const onUndo = vi.fn()
  show({ message: 'Odpięto', onUndo })
  await vi.advanceTimersByTimeAsync(100)
  const field = document.createElement('input')
  page.append(field)
  const press = (target: EventTarget, keys: KeyboardEventInit) =>
    target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, key: 'z', ...keys }))

  press(field, { ctrlKey: true })
  press(page, { ctrlKey: true, shiftKey: true })
  press(page, {})
  expect(onUndo).not.toHaveBeenCalled()
  press(page, { ctrlKey: true })
  press(page, { ctrlKey: true })

  field.remove()
  expect(onUndo).toHaveBeenCalledTimes(1)
})

it('hears the keys in the shadow root in which it stands, and leaves alone those of the mail around it', async () => {
  const outside = document.body.appendChild(document.createElement('div'))
  const inside = outside.attachShadow({ mode: 'closed' })
  render(
    <Toasts>
      <Grab />
      <input />
      <button type="button">x</button>
    </Toasts>,
    inside,
  )
  const onUndo = vi.fn()
  show({ message: 'Odpięto', onUndo })
  await vi.advanceTimersByTimeAsync(100)
  const press = (target: EventTarget | null) =>
    target?.dispatchEvent(
      new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, key: 'z', ctrlKey: true }),
    )

  press(document.body)
  press(inside.querySelector('input'))
  expect(onUndo).not.toHaveBeenCalled()
  press(inside.querySelector('button'))

  expect(onUndo).toHaveBeenCalledTimes(1)
  render(null, inside)
  outside.remove()
})
