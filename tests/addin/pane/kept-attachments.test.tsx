import { expect, it } from 'vitest'
import type { FiledMail } from '../../../shared/lookup.ts'
import { type Answer, refusal, reply } from '../../support/fake-host.ts'
import { allByRole, byRole } from '../by-role.ts'
import { buildLookup, choose, eventually, press, showFile } from './show-pane.ts'

const filed: FiledMail = {
  itemId: 'mail',
  contractorId: 'meblex',
  contractorName: 'Meblex',
  caseId: null,
  caseReference: null,
  caseTitle: null,
  by: 'Jan Kowalski',
  at: '2026-11-20T09:00:00.000Z',
  method: 'hand',
  evidence: '',
  comment: null,
  attachments: { all: 3, kept: 1 },
}
const file = (position: number, name: string, more: object = {}) => ({
  position,
  name,
  type: 'application/pdf',
  size: 1,
  documentType: null as string | null,
  itemId: null as string | null,
  keptAs: null as string | null,
  ...more,
})
const offer = file(0, 'Oferta.pdf', { documentType: 'offer', itemId: 'offer', keptAs: 'contract' })
const logo = file(1, 'logo.png')
const uploaded = file(2, 'Umowa.pdf', { documentType: 'contract', itemId: 'put-in' })

/** A server that keeps what is chosen; whether documents may be chosen at all is said. */
function server({ chooseDocuments = true } = {}): Record<string, Answer> {
  const attachments = [offer, logo, uploaded].map(one => ({ ...one }))
  const put = (position: number) => (asked: { body: unknown }) => {
    const { type } = asked.body as { type: string | null }
    const one = attachments[position]
    if (one) Object.assign(one, { keptAs: type, itemId: type && 'made' })
    return reply(204)
  }
  return {
    'GET /api/items/mail': () => ({ id: 'mail', attachments, may: { chooseDocuments } }),
    'PUT /api/items/mail/attachments/0': put(0),
    'PUT /api/items/mail/attachments/1': put(1),
  }
}

const show = (answers: Record<string, Answer>, more: Partial<FiledMail> = {}) =>
  showFile(buildLookup({ filed: [{ ...filed, ...more }] }), answers)

async function open(pane: HTMLElement) {
  const details = await eventually(() => byRole(pane, 'group', 'Załączniki (1 z 3 w dokumentach)'))
  ;(details as HTMLDetailsElement).open = true
  details.dispatchEvent(new Event('toggle'))
}
const box = (pane: HTMLElement, name: string) =>
  byRole(pane, 'checkbox', `${name}: dokument w kartotece`) as HTMLInputElement
async function tick(pane: HTMLElement, name: string) {
  const input = await eventually(() => box(pane, name))
  input.click()
}
const ticks = (pane: HTMLElement) => allByRole(pane, 'checkbox').map(one => (one as HTMLInputElement).checked)
type Host = ReturnType<typeof showFile>['host']
const told = (host: Host) => host.asked.filter(one => one.method === 'PUT').map(one => [one.path.at(-1), one.body])

it('says of how many attachments the file has documents, and asks for no more until it is opened', async () => {
  const { pane, host } = show(server())
  await eventually(() => byRole(pane, 'group', 'Załączniki (1 z 3 w dokumentach)'))
  expect(host.asked.some(one => one.path === '/api/items/mail')).toBe(false)

  await open(pane)

  await eventually(() => expect(ticks(pane)).toEqual([true, false, false]))
  const types = allByRole(pane, 'combobox', 'Typ dokumentu').map(one => (one as HTMLSelectElement).value)
  expect(types).toEqual(['contract', 'document', 'contract'])
  expect(pane.textContent).toContain('Umowa.pdf')
  expect(pane.textContent).toContain('ten sam plik już leży w kartotece')
})

it('says nothing of attachments of a mail without any, and once of a mail in two cases', async () => {
  const cases = ['a', 'b'].map(caseId => ({ ...filed, caseId, caseReference: caseId }))
  const { attachments: _none, ...bare } = filed
  const { pane } = showFile(buildLookup({ filed: [...cases, { ...bare, itemId: 'other' }] }))

  await eventually(() => expect(allByRole(pane, 'article').length).toBe(3))

  expect(pane.querySelectorAll('details.kept').length).toBe(1)
})

it('makes a document of an attachment, says of what type, and takes that back', async () => {
  const { pane, host } = show(server())
  await open(pane)
  const lookups = host.asked.filter(one => one.path === '/api/lookup').length

  await tick(pane, 'logo.png')
  await eventually(() => byRole(pane, 'status', 'Załącznik leży w kartotece jako dokument.'))
  await choose(pane, 'Typ dokumentu: logo.png', 'protocol')
  await eventually(() => expect(told(host).length).toBe(2))
  await eventually(() => expect(box(pane, 'logo.png').getAttribute('aria-disabled')).toBe('false'))
  await press(pane, 'Cofnij')

  await eventually(() =>
    expect(told(host)).toEqual([
      ['1', { type: 'document' }],
      ['1', { type: 'protocol' }],
      ['1', { type: 'document' }],
    ]),
  )
  expect(host.asked.filter(one => one.path === '/api/lookup').length).toBeGreaterThan(lookups)
})

it('takes a document out when the time to undo is over, and never when it was undone or ticked again', async () => {
  const { pane, host } = show(server())
  await open(pane)

  await tick(pane, 'Oferta.pdf')
  await eventually(() => byRole(pane, 'status', 'Wyjęto dokument z kartoteki.'))
  expect(ticks(pane)).toEqual([false, false, false])
  await press(pane, 'Cofnij')
  await eventually(() => expect(ticks(pane)[0]).toBe(true))
  await tick(pane, 'Oferta.pdf')
  await eventually(() => expect(ticks(pane)[0]).toBe(false))
  await tick(pane, 'Oferta.pdf')
  await eventually(() => expect(ticks(pane)[0]).toBe(true))
  await press(pane, 'Zamknij')
  expect(told(host)).toEqual([])

  await tick(pane, 'Oferta.pdf')
  await press(pane, 'Zamknij')

  await eventually(() => expect(told(host)).toEqual([['0', { type: null }]]))
  await eventually(() => expect(ticks(pane)).toEqual([false, false, false]))
})

it('says that a document stays which another mail brought too', async () => {
  const { pane, host } = show({ ...server(), 'PUT /api/items/mail/attachments/0': reply(204) })
  await open(pane)

  await tick(pane, 'Oferta.pdf')
  await press(pane, 'Zamknij')

  await eventually(() => byRole(pane, 'status', 'Dokument zostaje w kartotece, bo przyniósł go też inny mail.'))
  expect(told(host)).toEqual([['0', { type: null }]])
  expect(ticks(pane)[0]).toBe(true)
})

it('shows them and no more to whoever may not choose', async () => {
  const { pane } = show(server({ chooseDocuments: false }))

  await open(pane)

  await eventually(() => expect(ticks(pane)).toEqual([true, false, false]))
  expect(allByRole(pane, 'checkbox').every(one => (one as HTMLInputElement).disabled)).toBe(true)
  expect(pane.textContent).toContain('Nie masz do tego uprawnień.')
})

it('says that the server is away, when it is opened and when something is ticked, and changes nothing', async () => {
  const { pane, host } = show({ ...server(), 'GET /api/items/mail': refusal(503, 'unavailable') })
  await open(pane)
  await eventually(() => byRole(pane, 'alert', 'Serwer jest chwilowo niedostępny.'))
  const answers = server()
  host.answer('GET /api/items/mail', answers['GET /api/items/mail'])
  await press(pane, 'Spróbuj ponownie')
  host.answer('PUT /api/items/mail/attachments/1', refusal(503, 'unavailable'))

  await tick(pane, 'logo.png')

  await eventually(() => byRole(pane, 'alert', 'Serwer jest chwilowo niedostępny.'))
  expect(ticks(pane)).toEqual([true, false, false])
})
