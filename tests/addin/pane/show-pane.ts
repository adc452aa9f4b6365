import { afterEach, vi } from 'vitest'
import { mountPane } from '../../../addin/pane/mount-pane.tsx'
import type { Lookup } from '../../../shared/lookup.ts'
import { type Answer, type FakeHost, fakeHost } from '../../support/fake-host.ts'
import { byRole } from '../by-role.ts'
import { buildMessage } from './build-lookup.ts'

export { buildLookup, buildMatch, buildMessage, buildRow, complaint, everyone, shelves } from './build-lookup.ts'

const shown: (() => void)[] = []

afterEach(() => {
  for (const remove of shown.splice(0)) remove()
  document.body.replaceChildren()
})

/** The pane in a page, beside `message`. */
export function showPane(host: FakeHost): HTMLElement {
  const root = document.createElement('div')
  document.body.append(root)
  shown.push(mountPane(root, host))
  return root
}

/** The pane beside the usual mail, about which the server knows `lookup`. */
export function showFile(lookup: Lookup, answers: Record<string, Answer> = {}): { host: FakeHost; pane: HTMLElement } {
  const host = fakeHost(buildMessage(), { 'POST /api/lookup': lookup, ...answers })
  return { host, pane: showPane(host) }
}

/** Waits until `expectation` no longer throws, and answers what it answers. */
export function eventually<Value>(expectation: () => Value): Promise<Value> {
  return vi.waitFor(expectation, { timeout: 2000, interval: 5 })
}

/** Presses the button of that name, as soon as it is there. */
export async function press(pane: HTMLElement, name: string): Promise<void> {
  const button = await eventually(() => byRole(pane, 'button', name))
  button.focus()
  button.click()
}

/** Types into the field of that name, as soon as it is there. */
export async function type(pane: HTMLElement, name: string, value: string): Promise<void> {
  const field = (await eventually(() => byRole(pane, 'textbox', name))) as HTMLInputElement
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Types into the search for a case. */
export async function search(pane: HTMLElement, words: string): Promise<void> {
  const field = (await eventually(() => byRole(pane, 'searchbox', 'Szukaj sprawy'))) as HTMLInputElement
  field.value = words
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Chooses a value of the list of that name. */
export async function choose(pane: HTMLElement, name: string, value: string): Promise<void> {
  const list = (await eventually(() => byRole(pane, 'combobox', name))) as HTMLSelectElement
  list.value = value
  list.dispatchEvent(new Event('change', { bubbles: true }))
}
