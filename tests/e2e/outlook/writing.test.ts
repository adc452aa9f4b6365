import { afterAll, beforeAll, expect, it } from 'vitest'
import { base64, mail, mailWithPriceList, priceList } from './mails.ts'
import { type OutlookWindow, openOutlook } from './outlook-window.ts'
import { signInBeside } from './pane-reader.ts'
import { openWorld, type World } from './world.ts'

let world: World
let outlook: OutlookWindow

beforeAll(async () => {
  world = await openWorld('blocked')
  const place = `contractorId=${world.contractorId}&caseId=${world.caseId}`
  await world.direct.handIn(`/api/messages?${place}`, mailWithPriceList)
  const items = [
    mail('draft', { kind: 'compose', subject: 'Termin montażu', to: [], conversationId: 'talk' }),
    ...[...'abcdefgh'].map(id => mail(`many-${id}`)),
    mail('alone'),
  ]
  outlook = await openOutlook(world.browser, { items, selected: ['draft'] })
  await signInBeside(outlook)
})

afterAll(() => world?.close())

const headingOf = (number: number) =>
  outlook.pane.getByRole('heading', { name: new RegExp(`${number}.zaznaczone wiadomości`) })
const results = () => outlook.pane.getByRole('region', { name: 'Wyniki' })
const told = (words: string) => outlook.pane.getByRole('status').getByText(words).waitFor()

it('shows the file of those to whom one writes, as soon as they are there', async () => {
  await outlook.pane.getByRole('heading', { name: 'Żaden adresat nie jest jeszcze znany' }).waitFor()

  await outlook.rig(rig => {
    if (rig.items.draft) rig.items.draft.to = [{ name: 'Anna', address: 'anna@meblex.example' }]
    rig.tellRecipients()
  })

  await outlook.pane.getByRole('heading', { name: 'Meblex' }).waitFor()
  expect(await outlook.pane.getByRole('button', { name: 'Przypisz', exact: true }).count()).toBe(0)
})

it('keeps the chosen case with the draft, with who belongs to it, and writes its reference into the subject', async () => {
  await outlook.pane.getByRole('button', { name: 'Wybierz sprawę' }).click()
  await outlook.pane.getByText(`Do sprawy ${world.reference}, Meblex`).waitFor()

  await expect.poll(() => outlook.rig(rig => rig.items.draft?.subject)).toBe(`Termin montażu [${world.reference}]`)
  const kept = JSON.parse(JSON.parse((await outlook.rig(rig => rig.items.draft?.properties)) ?? '{}')['lupa-case'])
  expect(kept).toEqual({
    caseId: world.caseId,
    reference: world.reference,
    contractorId: world.contractorId,
    contractorName: 'Meblex',
    parties: ['@meblex.example'],
    others: {},
  })
  expect(await outlook.rig(rig => rig.items.draft?.written)).toEqual({ 'x-lupa-case': world.reference })
  expect(JSON.stringify(await outlook.rig(rig => rig.settings))).toContain('talk')
})

it('attaches a document of the file, byte by byte, and says when Outlook does not take it', async () => {
  const button = outlook.pane.getByRole('button', { name: 'Dołącz: Cennik żółty.pdf' })
  await outlook.rig(rig => {
    rig.fail[148] = [9006]
  })
  await button.click()
  await outlook.pane.getByRole('alert').getByText('Program pocztowy nie przyjął tego pliku').waitFor()
  await button.click()
  await outlook.pane.getByRole('status').getByText('dołączony').waitFor()

  expect(await outlook.rig(rig => rig.items.draft?.attached)).toEqual([
    { name: 'Cennik żółty.pdf', content: base64(priceList) },
  ])
})

it('tells the guard of recipients who belong to another contractor, also when they come later', async () => {
  await world.direct.post('/api/contractors', { name: 'Hurtownia Kowal', addresses: ['@kowal.example'] })
  await outlook.rig(rig => {
    const to = [
      { name: 'Anna', address: 'anna@meblex.example' },
      { name: 'Ewa', address: 'ewa@kowal.example' },
    ]
    if (rig.items.draft) rig.items.draft.to = to
    rig.tellRecipients()
  })

  await expect
    .poll(
      async () =>
        JSON.parse(JSON.parse((await outlook.rig(rig => rig.items.draft?.properties)) ?? '{}')['lupa-case']).others,
    )
    .toEqual({ '@kowal.example': 'Hurtownia Kowal' })
})

it('tells the guard of a confidential document that was attached', async () => {
  const { items } = JSON.parse(await world.direct.text(`/api/contractors/${world.contractorId}/timeline?limit=50`))
  const document = items.find((one: { title: string }) => one.title === 'Cennik żółty.pdf')
  const me = JSON.parse(await world.direct.text('/api/me'))
  await world.direct.patch(`/api/items/${document.id}`, { audience: { users: [me.id], groups: [] } })
  // Attached once already, it is offered again only where the draft is opened anew.
  await outlook.rig(rig => rig.select('many-a'))
  await outlook.pane.getByRole('button', { name: 'Przypisz', exact: true }).waitFor()
  await outlook.rig(rig => rig.select('draft'))
  await outlook.pane.getByRole('button', { name: 'Dołącz: Cennik żółty.pdf' }).click()
  await outlook.pane.getByRole('status').getByText('dołączony').waitFor()

  const kept = async () =>
    JSON.parse((await outlook.rig(rig => rig.items.draft?.properties)) ?? '{}')['lupa-confidential']
  await expect.poll(kept).toBe(JSON.stringify(['Cennik żółty.pdf']))
})

it('tells the guard of a confidential file that was dropped on the draft, and of a colleague under another domain', async () => {
  await world.direct.post('/api/own-addresses', { address: '@nasza-druga.example' })
  await outlook.rig((rig, content: string) => {
    const draft = rig.items.draft
    if (!draft) return
    const { 'lupa-confidential': _forgotten, ...others } = JSON.parse(draft.properties ?? '{}')
    draft.properties = JSON.stringify(others)
    draft.to = ['anna@meblex.example', 'ewa@nasza-druga.example', 'ola@nasza.example'].map(address => ({
      name: '',
      address,
    }))
    draft.attached = [
      ...(draft.attached ?? []),
      { name: 'Dane.bin', content: btoa('x') },
      { name: 'Pulpit.pdf', content },
    ]
    rig.tellRecipients()
    rig.tellAttachments()
  }, base64(priceList))

  const kept = async () => {
    const written = JSON.parse((await outlook.rig(rig => rig.items.draft?.properties)) ?? '{}')
    return [written['lupa-confidential'], written['lupa-ours']].map(list => JSON.parse(list ?? '[]'))
  }
  await expect.poll(kept).toEqual([['Cennik żółty.pdf', 'Pulpit.pdf'], ['ewa@nasza-druga.example']])
})

it('lets the case go again, from the subject too', async () => {
  await outlook.pane.getByRole('button', { name: 'Odznacz sprawę' }).click()
  await outlook.pane.getByRole('button', { name: 'Wybierz sprawę' }).waitFor()

  await expect.poll(() => outlook.rig(rig => rig.items.draft?.subject)).toBe('Termin montażu')
  const properties = JSON.parse((await outlook.rig(rig => rig.items.draft?.properties)) ?? '{}')
  expect(properties).toEqual({
    'lupa-ours': JSON.stringify(['ewa@nasza-druga.example']),
    'lupa-confidential': JSON.stringify(['Cennik żółty.pdf', 'Pulpit.pdf']),
  })
  expect(await outlook.rig(rig => rig.items.draft?.written)).toEqual({})
})

it('tells the guard whose the recipients are, where there is no case and they are of several contractors', async () => {
  await outlook.rig(rig => {
    const to = ['anna@meblex.example', 'ewa@kowal.example'].map(address => ({ name: '', address }))
    if (rig.items.draft) rig.items.draft.to = to
    rig.tellRecipients()
  })

  const kept = async () => JSON.parse((await outlook.rig(rig => rig.items.draft?.properties)) ?? '{}')['lupa-owners']
  await expect.poll(kept).toBe(JSON.stringify(['@meblex.example Meblex', '@kowal.example Hurtownia Kowal']))
})

/** How many mails lie in each case of that title. */
async function casesCalled(title: string): Promise<number[]> {
  const { items } = JSON.parse(await world.direct.text(`/api/contractors/${world.contractorId}/cases`))
  const cases = items.filter((one: { title: string }) => one.title === title)
  return Promise.all(
    cases.map(
      async ({ id }: { id: string }) => JSON.parse(await world.direct.text(`/api/cases/${id}/timeline`)).items.length,
    ),
  )
}

it('files several selected mails in one new case, with a word for each, and tries the failed one again', async () => {
  await outlook.rig(rig => {
    rig.select('many-a', 'many-b', 'many-c')
    rig.fail[211] = [9038]
  })
  await outlook.pane.getByRole('heading', { name: /3.zaznaczone wiadomości/ }).waitFor()
  await outlook.pane.getByRole('radio', { name: 'Wszystkie do jednego kontrahenta' }).check()
  await outlook.pane.getByRole('combobox', { name: 'Kontrahent' }).fill('Meblex')
  await outlook.pane.getByRole('option', { name: /Meblex/ }).click()
  await outlook.pane.getByRole('combobox', { name: 'Sprawa', exact: true }).selectOption('Nowa sprawa…')
  expect(await outlook.pane.getByRole('textbox', { name: 'Tytuł nowej sprawy' }).inputValue()).toBe('Dostawa')
  await outlook.pane.getByText('Widoczne dla: Wszyscy').waitFor()
  await outlook.pane.getByRole('button', { name: /Przypisz 3/ }).click()

  await results().getByText('program pocztowy jej nie wydał').waitFor()
  await expect.poll(() => results().getByText('przypisana').count(), { timeout: 10_000 }).toBe(2)
  await outlook.pane.getByRole('button', { name: 'Spróbuj ponownie (1)' }).click()
  await expect.poll(() => results().getByText('przypisana').count(), { timeout: 10_000 }).toBe(3)
  for (const id of ['a', 'b', 'c']) {
    await world.sourceOf(`Dostawa many-${id}`)
    expect(await outlook.rig((rig, which: string) => rig.items[which]?.categories, `many-${id}`)).toEqual([
      'Przypisany',
    ])
  }
  expect(await casesCalled('Dostawa')).toEqual([3])
  // Each is opened to be read and again to be marked, and let go each time.
  const asked = await outlook.rig(rig => rig.asked)
  expect(asked.filter(id => id === 212)).toHaveLength(6)
})

it('follows from one mail to several, to others of them and back to one', async () => {
  await outlook.rig(rig => rig.select('alone'))
  await outlook.pane.getByRole('heading', { name: 'Meblex' }).waitFor()
  await outlook.rig(rig => rig.select('many-d', 'many-e'))
  await headingOf(2).waitFor()

  await outlook.rig(rig => rig.select('many-e', 'many-f', 'alone'))
  await headingOf(3).waitFor()
  expect(await results().getByRole('listitem').allInnerTexts()).toEqual(
    ['many-e', 'many-f', 'alone'].map(id => expect.stringContaining(`Dostawa ${id}`)),
  )
  await outlook.rig(rig => rig.select('many-f'))
  await outlook.pane.locator('.file:not(.stale)').getByRole('heading', { name: 'Meblex' }).waitFor()
})

it('files the mail on screen although Outlook tells late of several that were selected before', async () => {
  await outlook.rig(rig => {
    rig.asked.length = 0
    rig.slow[196] = 800
    rig.early = [196]
    rig.select('many-d', 'many-e')
  })
  await expect.poll(() => outlook.rig(rig => rig.asked.includes(196))).toBe(true)
  await outlook.rig(rig => {
    rig.slow = {}
    rig.early = []
    rig.select('alone')
  })
  await outlook.pane.getByRole('heading', { name: 'Meblex' }).waitFor()
  await new Promise(resolve => setTimeout(resolve, 900))

  await outlook.pane.getByRole('button', { name: 'Przypisz', exact: true }).click()
  await outlook.pane.getByRole('article', { name: 'Przypisano' }).waitFor()
})

it('goes on with several mails while others are selected, one after the other, and tells how they fared', async () => {
  await outlook.rig(rig => {
    rig.fail[211] = [9038]
    rig.slow[211] = 300
    rig.select('many-d', 'many-e', 'many-f')
  })
  await outlook.pane.getByRole('button', { name: /Przypisz 3/ }).click()
  await outlook.rig(rig => rig.select('many-g', 'many-h'))
  await headingOf(2).waitFor()
  await told('trwa dalej (0 z 3)')
  await outlook.pane.getByRole('button', { name: /Przypisz 2/ }).click()
  await outlook.rig(rig => rig.select('alone'))
  await outlook.pane.getByRole('heading', { name: 'Meblex' }).waitFor()

  await told('Zakończono przypisywanie zaznaczonych wiadomości: 2 z 2.')
  for (const id of ['e', 'f', 'g', 'h']) {
    await world.sourceOf(`Dostawa many-${id}`)
    expect(await outlook.rig((rig, which: string) => rig.items[which]?.categories, `many-${id}`)).toEqual([
      'Przypisany',
    ])
  }
  await outlook.rig(rig => rig.select('many-d', 'many-e', 'many-f'))
  await outlook.pane.getByRole('button', { name: 'Spróbuj ponownie (1)' }).click()
  await expect.poll(() => results().getByText('przypisana').count(), { timeout: 10_000 }).toBe(3)
})

it('made the browser complain of nothing', () => {
  expect(outlook.complaints).toEqual([])
})
