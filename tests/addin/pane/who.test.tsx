import { expect, it } from 'vitest'
import { fakeHost, refusal } from '../../support/fake-host.ts'
import { allByRole, byRole } from '../by-role.ts'
import {
  buildLookup,
  buildMatch,
  buildMessage,
  choose,
  eventually,
  press,
  showFile,
  showPane,
  type,
} from './show-pane.ts'

const logistics = buildMatch({ id: 'logistics', name: 'Trans-Pol', person: null, address: 'biuro@trans-pol.example' })
const barbara = { name: 'Barbara Zając', address: 'b.zajac@drukarnia.example', isFreeMail: false, company: 'Drukarnia' }

function lookups(host: { asked: { path: string; body: unknown }[] }) {
  return host.asked.filter(one => one.path === '/api/lookup').map(one => one.body as Record<string, unknown>)
}

it('names the contractor, the person and the address that gave him away', async () => {
  const { pane, host } = showFile(buildLookup())

  const name = await eventually(() => byRole(pane, 'link', 'Meblex'))
  name.click()

  expect(pane.textContent).toContain('NIP 525-224-84-81 · Radom')
  expect(pane.textContent).toContain('Anna Nowakanna@meblex.example')
  expect(host.opened).toEqual(['/#/contractors/meblex'])
})

it('asks about every participant', async () => {
  const message = buildMessage({
    cc: [{ name: 'Ola', address: 'ola@trans-pol.example' }],
    references: ['first@x.example'],
  })
  const host = fakeHost(message, { 'POST /api/lookup': buildLookup() })
  const pane = showPane(host)

  await eventually(() => byRole(pane, 'heading', 'Meblex'))

  expect(lookups(host)[0]).toMatchObject({
    messageId: 'one@meblex.example',
    from: [{ address: 'anna@meblex.example' }],
    cc: [{ address: 'ola@trans-pol.example' }],
    references: ['first@x.example'],
  })
})

it('shows all candidates and has the server remember the choice for the thread', async () => {
  const lookup = buildLookup({ contractors: [buildMatch(), logistics] })
  const { pane, host } = showFile(lookup)

  const tab = await eventually(() => byRole(pane, 'tab', 'Trans-Pol'))
  tab.click()
  await eventually(() => byRole(pane, 'heading', 'Trans-Pol'))
  expect(lookups(host).at(-1)).toMatchObject({ contractorId: 'logistics' })

  const remembered = host.asked.find(one => one.path === '/api/lookup/choice')
  expect(remembered?.body).toEqual({ thread: 'one@meblex.example', contractorId: 'logistics' })
})

it('begins with what was chosen for the thread anywhere', async () => {
  const chosen = { id: 'logistics', name: 'Trans-Pol' }
  const { pane, host } = showFile(buildLookup({ contractors: [buildMatch(), logistics], chosen }))

  await eventually(() => byRole(pane, 'heading', 'Trans-Pol'))
  expect(lookups(host).at(-1)).not.toHaveProperty('contractorId')
  expect(host.asked.some(one => one.path === '/api/lookup/choice')).toBe(false)
})

it('moves between the tabs by arrow keys', async () => {
  const { pane } = showFile(buildLookup({ contractors: [buildMatch(), logistics] }))
  const first = await eventually(() => byRole(pane, 'tab', 'Meblex'))

  first.focus()
  first.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))

  await eventually(() => expect(byRole(pane, 'tab', 'Trans-Pol').getAttribute('aria-selected')).toBe('true'))
})

it('offers a list when there are more candidates than fit', async () => {
  const many = ['a', 'b', 'c', 'd'].map(id => buildMatch({ id, name: `Firma ${id}` }))
  const { pane } = showFile(buildLookup({ contractors: many }))

  await choose(pane, 'Kontrahent', 'c')

  await eventually(() => byRole(pane, 'heading', 'Firma c'))
})

it('goes back to who takes part when the chosen contractor is no longer there for the user', async () => {
  const host = fakeHost(buildMessage(), {
    'POST /api/lookup': ({ body }: { body: { contractorId?: string } }) =>
      body.contractorId ? refusal(404, 'not-found') : buildLookup(),
  })
  host.answer('GET /api/contractors', { items: [{ id: 'gone', name: 'Tajna', nip: null, city: null }], next: null })
  const pane = showPane(host)
  await press(pane, 'Wskaż innego kontrahenta')
  const field = (await eventually(() => byRole(pane, 'combobox', 'Wskaż kontrahenta'))) as HTMLInputElement
  field.value = 'taj'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  const option = await eventually(() => byRole(pane, 'option', 'Tajna'))
  option.click()

  await eventually(() => expect(lookups(host).at(-2)).toMatchObject({ contractorId: 'gone' }))
  await eventually(() => byRole(pane, 'heading', 'Meblex'))
})

it('creates a contractor from an unknown person, filled in from his company', async () => {
  const { pane, host } = showFile(buildLookup({ contractors: [], unknown: [barbara] }), {
    'POST /api/contractors/holders': { items: [], ofTaxId: [] },
    'POST /api/contractors': { id: 'printer', name: 'Drukarnia' },
  })

  await press(pane, 'Utwórz kontrahenta: b.zajac@drukarnia.example')
  await press(pane, 'Utwórz kontrahenta')

  await eventually(() => byRole(pane, 'heading', 'Drukarnia'))
  expect(host.asked.find(one => one.path === '/api/contractors')?.body).toEqual({
    id: expect.any(String),
    earlierMail: 'ask',
    name: 'Drukarnia',
    addresses: ['@drukarnia.example'],
    people: [{ name: 'Barbara Zając', addresses: ['b.zajac@drukarnia.example'] }],
  })
})

it('never takes a free-mail domain for a company', async () => {
  const tomek = { name: '', address: 'tomek@wp.pl', isFreeMail: true }
  const { pane } = showFile(buildLookup({ contractors: [], unknown: [tomek] }))

  await press(pane, 'Utwórz kontrahenta: tomek@wp.pl')

  await eventually(() => expect((byRole(pane, 'textbox', 'Nazwa') as HTMLInputElement).value).toBe('tomek@wp.pl'))
  expect(allByRole(pane, 'checkbox')).toEqual([])
})

it('says at the field that a NIP is wrong', async () => {
  const { pane } = showFile(buildLookup({ contractors: [], unknown: [barbara] }), {
    'POST /api/contractors/holders': refusal(400, 'tax-id-wrong'),
  })
  await press(pane, 'Utwórz kontrahenta: b.zajac')
  await type(pane, 'NIP', '123')

  await press(pane, 'Utwórz kontrahenta')

  await eventually(() => expect(byRole(pane, 'textbox', 'NIP').getAttribute('aria-invalid')).toBe('true'))
  expect(pane.textContent).toContain('nie zgadza się cyfra kontrolna')
})

it('adds an unknown person to a contractor that is found by name', async () => {
  const { pane, host } = showFile(buildLookup({ unknown: [barbara] }), {
    'GET /api/contractors': {
      items: [{ id: 'printer', name: 'Drukarnia Prestiż', nip: null, city: 'Płock' }],
      next: null,
    },
    'POST /api/contractors/printer/addresses': { id: 'printer', name: 'Drukarnia Prestiż' },
  })
  const strip = await eventually(() => byRole(pane, 'group', 'nieznana osoba'))
  strip.setAttribute('open', '')

  await press(pane, 'Dodaj do kontrahenta: b.zajac')
  const field = (await eventually(() => byRole(pane, 'combobox', 'Dodaj do kontrahenta'))) as HTMLInputElement
  field.value = 'druk'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await eventually(() => byRole(pane, 'option', 'Drukarnia Prestiż'))
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))

  await eventually(() => byRole(pane, 'status', 'Dodano b.zajac@drukarnia.example do kartoteki Drukarnia Prestiż'))
  expect(host.asked.find(one => one.path.endsWith('/addresses'))?.body).toEqual({
    address: 'b.zajac@drukarnia.example',
    earlierMail: 'ask',
    personName: 'Barbara Zając',
  })
})

it('tells an internal message from one with strangers', async () => {
  const { pane } = showFile(buildLookup({ contractors: [] }))

  await eventually(() => byRole(pane, 'heading', 'Wiadomość wewnętrzna'))
})

it.each(['Utwórz kontrahenta: b.zajac', 'Dodaj do kontrahenta: b.zajac'])(
  'gives the focus to what „%s” opens, and back when Esc closes it',
  async name => {
    const { pane } = showFile(buildLookup({ contractors: [], unknown: [barbara] }))
    await press(pane, name)
    await eventually(() => expect(document.activeElement?.tagName).toBe('INPUT'))

    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))

    await eventually(() => expect(document.activeElement?.getAttribute('aria-label')).toContain(name))
  },
)

it('takes nobody by Enter before the answer about the typed words is there', async () => {
  const { pane, host } = showFile(buildLookup({ contractors: [], unknown: [barbara] }), {
    'GET /api/contractors': { items: [{ id: 'first', name: 'Pierwszy', nip: null, city: null }], next: null },
  })
  const field = (await eventually(() => byRole(pane, 'combobox', 'Wskaż kontrahenta'))) as HTMLInputElement
  field.value = 'pier'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await eventually(() => byRole(pane, 'option', 'Pierwszy'))
  host.answer('GET /api/contractors', () => new Promise(() => undefined))

  field.value = 'drug'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await new Promise(resolve => setTimeout(resolve, 20))
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))

  await new Promise(resolve => setTimeout(resolve, 20))
  expect(host.asked.some(one => one.path === '/api/lookup/choice')).toBe(false)
})

it('asks no more about somebody who was ignored, on this device, and shows him again when he is wanted', async () => {
  const { pane, host } = showFile(buildLookup({ contractors: [], unknown: [barbara] }))
  await press(pane, 'Pomiń i nie pytaj więcej: b.zajac@drukarnia.example')
  await eventually(() => byRole(pane, 'status', 'Ten adres nie będzie już tu wskazywany'))
  await press(pane, 'Cofnij')
  await press(pane, 'Pomiń i nie pytaj więcej: b.zajac@drukarnia.example')
  await eventually(() => expect(host.stored.get('ignored')).toBe('["b.zajac@drukarnia.example"]'))

  const later = showPane(host)
  await press(later, 'Pokaż pominięte adresy')

  await eventually(() => byRole(later, 'button', 'Utwórz kontrahenta: b.zajac@drukarnia.example'))
})

it('leaves the strip of unknown people out when all of them were ignored beside a known contractor', async () => {
  const host = fakeHost(buildMessage(), { 'POST /api/lookup': buildLookup({ unknown: [barbara] }) })
  host.stored.set('ignored', JSON.stringify([barbara.address]))

  const pane = showPane(host)

  await eventually(() => byRole(pane, 'heading', 'Meblex'))
  await eventually(() => expect(pane.querySelector('.unknown')).toBeNull())
})

it('keeps the focus of who leaves out people by keyboard, and leads it to the contractor when none is left', async () => {
  const piotr = { name: 'Piotr', address: 'piotr@drukarnia.example', isFreeMail: false }
  const { pane } = showFile(buildLookup({ unknown: [barbara, piotr] }))
  const strip = await eventually(() => byRole(pane, 'group', '2 nieznane osoby'))
  strip.setAttribute('open', '')

  await press(pane, 'Pomiń i nie pytaj więcej: b.zajac@drukarnia.example')
  await eventually(() => expect(document.activeElement === strip).toBe(true))
  await press(pane, 'Pomiń i nie pytaj więcej: piotr@drukarnia.example')

  await eventually(() => expect(document.activeElement === byRole(pane, 'heading', 'Meblex')).toBe(true))
})

it('keeps the focus of who asks for those left out', async () => {
  const { pane } = showFile(buildLookup({ contractors: [], unknown: [barbara] }))
  const part = await eventually(() => byRole(pane, 'region', 'Nieznane osoby'))
  await press(pane, 'Pomiń i nie pytaj więcej: b.zajac@drukarnia.example')
  await eventually(() => expect(document.activeElement === part).toBe(true))

  await press(pane, 'Pokaż pominięte adresy')

  await eventually(() => expect(document.activeElement === part).toBe(true))
})

const forwarded = buildMessage({
  subject: 'Fwd: Oferta na regały',
  from: [{ name: 'Ola', address: 'ola@nasza.example' }],
})
const words = [
  'Zajmiesz się?',
  '---------- Forwarded message ---------',
  'Od: "Barbara Zając" <B.Zajac@drukarnia.example>',
  'Date: pon., 23 lis 2026',
  'Subject: Oferta na regały',
].join('\n')

it('asks about whoever wrote what a colleague forwards', async () => {
  const host = fakeHost(forwarded, { 'POST /api/lookup': buildLookup() })
  host.words = async () => words
  showPane(host)

  await eventually(() => expect(lookups(host)).toHaveLength(2))
  expect(lookups(host).map(question => question.forwarded)).toEqual([
    undefined,
    [{ name: 'Barbara Zając', address: 'B.Zajac@drukarnia.example' }],
  ])
})

it('never reads the words of a mail that was not forwarded, and passes over a forwarder who names himself', async () => {
  const host = fakeHost(buildMessage({ subject: 'Oferta' }), { 'POST /api/lookup': buildLookup() })
  let read = 0
  host.words = async () => {
    read += 1
    return words.replace('B.Zajac@drukarnia', 'OLA@nasza')
  }
  showPane(host)
  await eventually(() => expect(lookups(host)).toHaveLength(1))
  expect(read).toBe(0)

  host.show(forwarded)
  await eventually(() => expect(read).toBe(1))
  await new Promise(resolve => setTimeout(resolve))
  expect(lookups(host)).toHaveLength(2)
})
