import { afterEach, vi } from 'vitest'
import type { OpenMessage } from '../../../addin/host/mail-host.ts'
import { mountPane } from '../../../addin/pane/mount-pane.tsx'
import type { ItemRow } from '../../../shared/item.ts'
import type { Lookup, Match } from '../../../shared/lookup.ts'
import { type Answer, type FakeHost, fakeHost } from '../../support/fake-host.ts'
import { byRole } from '../by-role.ts'

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

/** Chooses a value of the list of that name. */
export async function choose(pane: HTMLElement, name: string, value: string): Promise<void> {
  const list = (await eventually(() => byRole(pane, 'combobox', name))) as HTMLSelectElement
  list.value = value
  list.dispatchEvent(new Event('change', { bubbles: true }))
}

/** A mail from Anna of Meblex. */
export function buildMessage(facts: Partial<OpenMessage> = {}): OpenMessage {
  return {
    messageId: 'one@meblex.example',
    subject: 'Re: Dostawa regałów',
    sentAt: '2026-11-23T10:00:00.000Z',
    from: [{ name: 'Anna Nowak', address: 'anna@meblex.example' }],
    sender: [],
    replyTo: [],
    to: [{ name: '', address: 'jan@nasza.example' }],
    cc: [],
    inReplyTo: null,
    references: [],
    ...facts,
  }
}

/** What the server knows: Meblex by Anna's address, nothing else unless said. */
export function buildLookup(facts: Partial<Lookup> = {}): Lookup {
  return {
    contractors: [buildMatch()],
    chosen: null,
    filed: [],
    suggestions: [],
    unknown: [],
    openCases: [],
    audience: [{ id: 'g', name: 'Wszyscy', isGroup: true }],
    timeline: { items: [], next: null },
    ...facts,
  }
}

export function buildMatch(facts: Partial<Match> = {}): Match {
  return {
    id: 'meblex',
    name: 'Meblex',
    nip: '5252248481',
    city: 'Radom',
    via: 'address',
    address: 'anna@meblex.example',
    person: 'Anna Nowak',
    ...facts,
  }
}

export function buildRow(facts: Partial<ItemRow> = {}): ItemRow {
  return {
    id: 'row',
    kind: 'mail-in',
    objectId: 'message',
    contractorId: 'meblex',
    contractorName: 'Meblex',
    occurredAt: '2026-11-20T10:00:00.000Z',
    title: 'Termin montażu',
    snippet: '',
    who: 'Anna Nowak',
    hasAttachment: false,
    cases: [],
    ...facts,
  }
}

export const shelves = {
  id: 'shelves',
  reference: '2026/0017',
  title: 'Dostawa regałów',
  contractorId: 'meblex',
  managerId: null,
  openedAt: '2026-10-01T08:00:00.000Z',
  closedAt: null,
}

export const complaint = { ...shelves, id: 'complaint', reference: '2026/0021', title: 'Reklamacja' }

export const everyone = { audience: [{ id: 'g', name: 'Wszyscy', isGroup: true }] }
