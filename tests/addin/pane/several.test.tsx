import { expect, it, vi } from 'vitest'
import type { MailHost } from '../../../addin/host/mail-host.ts'
import { mostOpenCases } from '../../../shared/lookup.ts'
import { type Asked, fakeHost, refusal } from '../../support/fake-host.ts'
import { byRole } from '../by-role.ts'
import { buildMessage, eventually, press, search, shelves, showPane } from './show-pane.ts'

const mails = ['1', '2', '3'].map(id => ({ id, subject: `Mail ${id}` }))

it('hands what is left to the background when its window is closed in the midst', async () => {
  const { host, pane, answers } = several()
  await press(pane, 'Przypisz 3 wiadomości')
  await eventually(() => expect(answers).toHaveLength(1))
  answers.shift()?.('file')
  await eventually(() => expect(answers).toHaveLength(1))

  window.dispatchEvent(new Event('pagehide'))

  expect(host.fileRest).toHaveBeenCalledExactlyOnceWith(['2', '3'], null)
})

it('hands over nothing when all is done', async () => {
  const { host, pane, answers } = several()
  await press(pane, 'Przypisz 3 wiadomości')
  for (let one = 0; one < mails.length; one += 1) {
    await eventually(() => expect(answers).toHaveLength(1))
    answers.shift()?.('file')
  }
  await eventually(() => expect(host.markSelected).toHaveBeenCalledTimes(3))
  await eventually(() => expect(pane.querySelectorAll('li')[2]?.textContent).toContain('przypisana'))

  window.dispatchEvent(new Event('pagehide'))

  expect(host.fileRest).not.toHaveBeenCalled()
})

it('has a mail marked later that the server has not decided on yet', async () => {
  const { host, pane, answers } = several()
  await press(pane, 'Przypisz 3 wiadomości')
  await eventually(() => expect(answers).toHaveLength(1))

  answers.shift()?.('pending')

  await eventually(() => expect(host.markSelectedOnceFiled).toHaveBeenCalledExactlyOnceWith('1'))
  expect(host.markSelected).not.toHaveBeenCalled()
})

it('finds a case that is older than those offered, and files all of them there', async () => {
  const { host, pane, answers } = several()
  const newest = Array.from({ length: mostOpenCases }, (_none, at) => ({ ...shelves, id: `c${at}` }))
  host.answer('GET /api/contractors', { items: [{ id: 'meblex', name: 'Meblex' }], next: null })
  host.answer('GET /api/contractors/meblex/cases', ({ query }: Asked) => ({
    items: query.get('q') ? [{ ...shelves, id: 'old', title: 'Stara dostawa' }] : newest,
    next: null,
  }))
  const [, one] = await eventually(() => {
    const choices = pane.querySelectorAll<HTMLInputElement>('input[name=where]')
    expect(choices).toHaveLength(2)
    return choices
  })
  one?.click()
  const field = (await eventually(() => byRole(pane, 'combobox', 'Kontrahent'))) as HTMLInputElement
  field.value = 'mebl'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await eventually(() => byRole(pane, 'option', 'Meblex'))
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  await search(pane, 'stara')
  await eventually(() => expect(pane.textContent).toContain('Stara dostawa'))

  await press(pane, 'Przypisz 3 wiadomości')
  await eventually(() => expect(answers).toHaveLength(1))

  const sent = host.asked.find(({ path }) => path === '/api/messages')
  expect(sent?.query.toString()).toBe('contractorId=meblex&caseId=old')
})

it('offers to try again when all of them failed, and files those', async () => {
  const { host, pane, answers } = several()
  host.answer('POST /api/messages', refusal(403, 'not-allowed'))
  const posted = () => host.asked.filter((one: Asked) => one.path === '/api/messages').length
  await press(pane, 'Przypisz 3 wiadomości')
  await eventually(() => byRole(pane, 'button', 'Spróbuj ponownie'))
  expect(posted()).toBe(3)
  host.answer('POST /api/messages', {
    id: null,
    messageId: null,
    action: 'file',
    items: [],
    method: null,
    evidence: '',
    reason: null,
  })

  await press(pane, 'Spróbuj ponownie')

  await eventually(() => expect(host.markSelected.mock.calls).toEqual([['1'], ['2'], ['3']]))
  expect([posted(), answers]).toEqual([6, []])
})

/** The pane beside three selected mails, whose filing the test answers one by one. */
function several() {
  const answers: ((action: string) => void)[] = []
  const host = {
    ...fakeHost(null),
    whatElse: async () => ({ is: 'several' as const, mails }),
    readSelected: async () => ({ message: buildMessage(), source: new Blob(['Subject: x\r\n\r\nx']) }),
    markSelected: vi.fn<NonNullable<MailHost['markSelected']>>(async () => undefined),
    markSelectedOnceFiled: vi.fn<NonNullable<MailHost['markSelectedOnceFiled']>>(async () => undefined),
    fileRest: vi.fn<NonNullable<MailHost['fileRest']>>(async () => undefined),
  }
  host.answer(
    'POST /api/messages',
    () =>
      new Promise(resolve => {
        answers.push(action =>
          resolve({ id: null, messageId: null, action, items: [], method: null, evidence: '', reason: null }),
        )
      }),
  )
  return { host, pane: showPane(host), answers }
}
