import { render } from 'preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Dialog } from '../../../addin/ui/dialog.tsx'
import { LanguageContext } from '../../../addin/ui/language.ts'

const close = vi.fn()
const warning = 'Wpisany tekst nie jest zapisany. Zamknij jeszcze raz, aby go odrzucić.'

beforeEach(() => {
  close.mockClear()
  render(
    <LanguageContext.Provider value="pl">
      <Dialog title="Notatka" onClose={close}>
        <input type="search" />
        <textarea />
      </Dialog>
    </LanguageContext.Provider>,
    document.body,
  )
})
afterEach(() => render(null, document.body))

const dialog = () => document.querySelector('dialog') as HTMLDialogElement

async function type(selector: string) {
  document.querySelector(selector)?.dispatchEvent(new Event('input', { bubbles: true }))
  await new Promise(resolve => setTimeout(resolve))
}
async function press(how: 'Esc' | 'cross') {
  if (how === 'Esc') dialog().dispatchEvent(new Event('cancel', { cancelable: true }))
  else dialog().querySelector('button')?.click()
  await new Promise(resolve => setTimeout(resolve))
}

it.each(['Esc', 'cross'] as const)('is closed by %s at once where nothing was written', async how => {
  await type('input')

  await press(how)

  expect(close).toHaveBeenCalledOnce()
})

it.each(['Esc', 'cross'] as const)('asks once before %s throws away what was written', async how => {
  await type('textarea')

  await press(how)
  expect(close).not.toHaveBeenCalled()
  expect(dialog().querySelector('[role=alert]')?.textContent).toBe(warning)

  await press(how)
  expect(close).toHaveBeenCalledOnce()
})

it('asks anew when more was written after it asked', async () => {
  await type('textarea')
  await press('Esc')
  await type('textarea')

  await press('Esc')

  expect(close).not.toHaveBeenCalled()
})

it('is told when the browser closes it by itself, and not when it is taken away', async () => {
  dialog().dispatchEvent(new Event('close'))
  expect(close).toHaveBeenCalledOnce()
  const element = dialog()

  render(null, document.body)
  element.dispatchEvent(new Event('close'))

  expect(close).toHaveBeenCalledOnce()
})
