import { expect, it } from 'vitest'
import type { Carried } from '../../../shared/message.ts'
import { refusal } from '../../support/fake-host.ts'
import { allByRole, byRole } from '../by-role.ts'
import { buildLookup, choose, eventually, everyone, press, shelves, showFile } from './show-pane.ts'

const offer: Carried = {
  hash: 'a'.repeat(64),
  name: 'Oferta.pdf',
  type: 'application/pdf',
  size: 9,
  documentType: 'offer',
}
const logo: Carried = { ...offer, hash: 'b'.repeat(64), name: 'logo.png', documentType: null }
const known: Carried = { ...offer, hash: 'c'.repeat(64), name: 'Stare.pdf', documentType: 'document', chosen: null }
const received = { id: 'm', messageId: null, action: 'file', items: [], method: 'hand', evidence: '', reason: null }

const carried = { 'POST /api/messages/attachments': { items: [offer, logo, known] } }
const boxes = (pane: HTMLElement) => allByRole(pane, 'checkbox').map(box => (box as HTMLInputElement).checked)

async function tick(pane: HTMLElement, name: string) {
  const box = await eventually(() => byRole(pane, 'checkbox', name))
  box.click()
}

it('shows what would become documents: by the guess, and by what was chosen here before', async () => {
  const { pane, host } = showFile(buildLookup(), carried)

  await press(pane, 'Załączniki')
  await eventually(() => expect(boxes(pane)).toEqual([true, false, false]))

  expect(pane.querySelector('legend')?.textContent).toBe('Które załączniki staną się dokumentami?')
  expect((byRole(pane, 'combobox', 'Rodzaj dokumentu: Oferta.pdf') as HTMLSelectElement).value).toBe('offer')
  expect((byRole(pane, 'combobox', 'Rodzaj dokumentu: logo.png') as HTMLSelectElement).disabled).toBe(true)
  const asked = host.asked.find(one => one.path === '/api/messages/attachments')
  expect(asked?.query.toString()).toBe('contractorId=meblex')
  await eventually(() => expect(document.activeElement === allByRole(pane, 'checkbox')[0]).toBe(true))
})

it('offers the company’s own types by their names and no hidden one', async () => {
  const type = { namePl: null, nameEn: null, icon: 'file', colour: 'teal', words: [], isBuiltIn: true, isHidden: false }
  const complaint = { ...type, key: 'own-0a1b2c3d', namePl: 'Reklamacja', nameEn: 'Complaint', isBuiltIn: false }
  const types = [{ ...type, key: 'order', isHidden: true }, { ...type, key: 'offer', namePl: 'Propozycja' }, complaint]
  const { pane, host } = showFile(buildLookup(), {
    'POST /api/messages/attachments': { items: [{ ...offer, documentType: complaint.key }] },
    'GET /api/document-types': { items: types },
    'POST /api/messages': received,
  })

  await press(pane, 'Załączniki')
  const select = await eventually(() => byRole(pane, 'combobox', 'Rodzaj dokumentu: Oferta.pdf') as HTMLSelectElement)
  const words = () => [...select.options].map(option => option.textContent)

  await eventually(() => expect(words().at(-1)).toBe('Reklamacja'))
  expect(words()).toContain('Propozycja')
  expect([...select.options].map(option => option.value)).not.toContain('order')
  expect(select.value).toBe(complaint.key)
  await choose(pane, 'Rodzaj dokumentu: Oferta.pdf', 'offer')
  await press(pane, 'Przypisz')
  await eventually(() => byRole(pane, 'status', 'Przypisano'))
  const sent = host.asked.find(one => one.path === '/api/messages')
  expect(sent?.query.getAll('attachment')).toEqual([`${offer.hash}.offer`])
})

it('files with what was chosen otherwise, and with nothing else', async () => {
  const { pane, host } = showFile(buildLookup(), { ...carried, 'POST /api/messages': received })
  await press(pane, 'Załączniki')
  await tick(pane, 'Oferta.pdf')
  await tick(pane, 'logo.png')
  await choose(pane, 'Rodzaj dokumentu: logo.png', 'protocol')
  await tick(pane, 'Stare.pdf')
  await tick(pane, 'Stare.pdf')

  await press(pane, 'Przypisz')

  await eventually(() => byRole(pane, 'status', 'Przypisano'))
  const sent = host.asked.find(one => one.path === '/api/messages')
  expect(sent?.query.getAll('attachment')).toEqual([`${offer.hash}.none`, `${logo.hash}.protocol`])
})

it('files for those alone who were ticked, and forgets them when the place changes', async () => {
  const seer = (id: string, name: string) => ({ id, name, reasons: [] })
  const { pane, host } = showFile(buildLookup({ openCases: [shelves] }), {
    'GET /api/cases/shelves': everyone,
    'GET /api/me': { id: 'me' },
    'GET /api/contractors/meblex/seers': {
      items: [seer('me', 'Ja'), seer('ewa', 'Ewa'), seer('jan', 'Jan')],
      total: 3,
    },
    'POST /api/messages': received,
  })
  await press(pane, 'Zawęź krąg')
  await tick(pane, 'Jan')
  expect(allByRole(pane, 'checkbox').length).toBe(2)
  await choose(pane, 'Sprawa', 'case:shelves')
  await eventually(() => expect(boxes(pane)).toEqual([false, false]))
  await tick(pane, 'Ewa')

  await press(pane, 'Przypisz')

  await eventually(() => byRole(pane, 'status', 'Przypisano'))
  const sent = host.asked.find(one => one.path === '/api/messages')
  expect(sent?.query.toString()).toBe('contractorId=meblex&caseId=shelves&viewer=me&viewer=ewa')
})

it('says nothing of attachments where the mail program knows that there are none', async () => {
  const { pane, host } = showFile(buildLookup())
  await eventually(() => byRole(pane, 'button', 'Załączniki'))

  host.show({ ...(await host.openMessage()), subject: 'Bez plików', files: 0 } as never)

  await eventually(() => expect(allByRole(pane, 'button').map(one => one.textContent)).not.toContain('Załączniki'))
})

it.each([
  ['the mail program does not give it out', 'Program pocztowy nie wydał tej wiadomości'],
  ['the server cannot read it', 'Serwer nie umie odczytać tej wiadomości.'],
])('says why nothing can be chosen when %s, and files all the same', async (_why, words) => {
  const unreadable = { 'POST /api/messages/attachments': refusal(422, 'not-processable') }
  const { pane, host } = showFile(buildLookup(), { ...unreadable, 'POST /api/messages': received })
  const { source } = host
  if (words.startsWith('Program')) host.source = () => Promise.reject(new Error('closed'))

  await press(pane, 'Załączniki')
  await eventually(() => byRole(pane, 'alert', words))
  host.source = source
  await press(pane, 'Przypisz')

  await eventually(() => byRole(pane, 'status', 'Przypisano'))
})

it('files what is dropped on the pane into the file in view, and says of each how it went', async () => {
  const uploaded = { became: 'document', id: 'd', isKnown: false, item: null }
  const mail = { became: 'mail', id: 'm', isKnown: false, item: { id: 'i' } }
  const msgs = [mail, { ...mail, isKnown: true }, { ...mail, item: null }, uploaded]
  const { pane, host } = showFile(buildLookup(), {
    'POST /api/messages': received,
    'POST /api/contractors/meblex/documents': async ({ body }: { body: Blob }) =>
      (await body.text()).includes('.MSG"') ? msgs.shift() : uploaded,
  })
  await eventually(() => byRole(pane, 'button', 'Dodaj pliki'))
  const files = [
    new File(['Subject: a'], 'a.eml'),
    new File(['x'], 'notatki.txt'),
    ...['b', 'c', 'd', 'e'].map(name => new File(['x'], `${name}.MSG`)),
  ]
  const folder = { kind: 'file', webkitGetAsEntry: () => ({ isDirectory: true }), getAsFile: () => new File([], 'dir') }
  const items = [
    ...[...files, new File([], 'pusty.pdf')].map(file => ({ kind: 'file', getAsFile: () => file })),
    folder,
  ]
  const drop = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
    dataTransfer: { types: ['Files'], items },
  })

  await eventually(() => {
    ;(pane.querySelector('.pane') ?? pane).dispatchEvent(drop)
    expect(pane.textContent).toContain('a.eml')
  })

  await eventually(() => expect(pane.textContent).toContain('notatki.txtdodany jako dokument'))
  await eventually(() => expect(pane.textContent).toContain('b.MSGprzypisany'))
  await eventually(() => expect(pane.textContent).toContain('c.MSGjest już w tej kartotece'))
  await eventually(() => expect(pane.textContent).toContain('d.MSGprzyjęty, jeszcze czytany'))
  await eventually(() => expect(pane.textContent).toContain('e.MSGdodany jako dokument, bo nie da się go odczytać'))
  await eventually(() => expect(pane.textContent).toContain('pusty.pdfpusty plik'))
  expect(pane.textContent).not.toContain('dir')
  expect(drop.defaultPrevented).toBe(true)
  const sent = host.asked.filter(one => one.path === '/api/messages')
  expect(sent.every(({ query }) => query.toString() === 'contractorId=meblex')).toBe(true)
  await press(pane, 'Zamknij listę dodanych plików')
  await eventually(() => expect(pane.textContent).not.toContain('a.eml'))
})

it('tells how dropped files ended also after another mail was opened', async () => {
  const waiting: ((answer: unknown) => void)[] = []
  const { pane, host } = showFile(buildLookup(), {
    'POST /api/contractors/meblex/documents': () => new Promise(resolve => waiting.push(resolve)),
  })
  await eventually(() => byRole(pane, 'button', 'Dodaj pliki'))
  const drop = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), {
    dataTransfer: { types: ['Files'], items: [{ kind: 'file', getAsFile: () => new File(['x'], 'umowa.pdf') }] },
  })
  await eventually(() => {
    ;(pane.querySelector('.pane') ?? pane).dispatchEvent(drop)
    expect(pane.textContent).toContain('umowa.pdf')
  })

  host.show({ ...(await host.openMessage()), subject: 'Inna', messageId: '<inna@meblex.example>' } as never)
  await eventually(() => expect(pane.textContent).not.toContain('umowa.pdf'))
  await eventually(() => expect(waiting.length).toBeGreaterThan(0))
  for (const refuse of waiting) refuse(refusal(503, 'unavailable'))

  await eventually(() => byRole(pane, 'status', 'Dodane pliki: 0. Nie udało się dodać: umowa.pdf'))
})
