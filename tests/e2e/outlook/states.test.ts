import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { base64, mail } from './mails.ts'
import { type OutlookWindow, openOutlook, type Storage } from './outlook-window.ts'
import { signInBeside } from './pane-reader.ts'
import { openWorld, type World } from './world.ts'

const items = () => [
  mail('read'),
  mail('second'),
  mail('shared', { isShared: true, owner: 'ewa@nasza.example' }),
  mail('draft', { kind: 'compose', to: [{ name: 'Anna', address: 'anna@meblex.example' }] }),
  mail('meeting', { kind: 'appointment' }),
  mail('stranger', { from: { name: 'Obcy', address: 'obcy@inna.example' } }),
  ...Array.from({ length: 10 }, (_, number) => mail(`quick-${number}`)),
]

/** Every kind of thing that Outlook may show, and how the pane names it. */
const states: [what: string, selected: string[], heading: RegExp][] = [
  ['a mail that is read', ['read'], /^Meblex$/],
  ['a mail in a folder of somebody else’s', ['shared'], /^Meblex$/],
  ['a mail of a stranger', ['stranger'], /Nie znamy nikogo z tej wiadomości/],
  ['a draft', ['draft'], /^Meblex$/],
  ['an appointment', ['meeting'], /Otwarte jest spotkanie/],
  ['nothing', [], /Nie wybrano wiadomości/],
]

describe.each<[Storage, string]>([
  ['blocked', '1.5'],
  ['allowed', '1.8'],
  ['blocked', '1.12'],
  ['allowed', '1.13'],
  ['blocked', '1.15'],
])('with storage of other sites %s, in an Outlook of set %s', (storage, set) => {
  let world: World
  let outlook: OutlookWindow

  beforeAll(async () => {
    world = await openWorld(storage)
    outlook = await openOutlook(world.browser, { items: items(), selected: ['read'], set })
    await signInBeside(outlook)
  })

  afterEach(() =>
    outlook.rig(rig => {
      rig.always = {}
      rig.slow = {}
    }),
  )

  afterAll(() => world?.close())

  it.each(states)('shows %s', async (_what, selected, heading) => {
    await outlook.rig((rig, ids: string[]) => rig.select(...ids), selected)

    await outlook.pane.getByRole('heading', { name: heading }).first().waitFor()
  })

  it('shows the last of ten mails that were gone through quickly, and no other', async () => {
    await outlook.rig(rig => {
      rig.slow[168] = 120
      for (let number = 0; number < 9; number += 1) rig.select(`quick-${number}`)
      rig.select('stranger')
    })

    await outlook.pane.getByText('obcy@inna.example').first().waitFor()
    await new Promise(resolve => setTimeout(resolve, 1000))
    expect(await outlook.pane.getByRole('heading', { name: 'Meblex' }).count()).toBe(0)
  })

  it('shows a mail whose headers and selection Outlook does not give', async () => {
    await outlook.rig(rig => {
      rig.always[168] = 5001
      rig.always[196] = 9038
      rig.select('second')
    })

    await outlook.pane.getByRole('heading', { name: 'Meblex' }).waitFor()
  })

  it('complains of nothing', () => {
    expect(outlook.complaints).toEqual([])
  })
})

describe('when Outlook mixes mails up', () => {
  let world: World

  beforeAll(async () => {
    world = await openWorld('blocked')
  })

  afterAll(() => world?.close())

  it('files nothing of a mail whose parts were still being read when another was opened', async () => {
    const pdf = { id: 'a1', name: 'Oferta.pdf', contentType: 'application/pdf', content: base64('%PDF-1.7') }
    const both = [mail('torn', { attachments: [pdf] }), mail('other', { text: 'Treść tej drugiej.' })]
    const outlook = await openOutlook(world.browser, { items: both, selected: ['torn'], set: '1.8' })
    await signInBeside(outlook)
    await outlook.rig(rig => {
      rig.slow[37] = 1200
    })
    await outlook.pane.getByRole('button', { name: 'Przypisz', exact: true }).click()
    await outlook.rig(rig => rig.select('other'))
    await new Promise(resolve => setTimeout(resolve, 2000))

    for (const id of ['torn', 'other']) await expect(world.sourceOf(`Dostawa ${id}`)).rejects.toThrow()
    await outlook.close()
  })

  it('works without a mark where the add-in may only read mails', async () => {
    const outlook = await openOutlook(world.browser, { items: [mail('meek')], selected: ['meek'], permission: 1 })
    await signInBeside(outlook)
    await outlook.pane.getByRole('button', { name: 'Przypisz', exact: true }).click()

    await outlook.pane.getByRole('article', { name: 'Przypisano' }).waitFor()
    expect(await outlook.rig(rig => rig.items.meek?.categories ?? [])).toEqual([])
    await outlook.close()
  })
})
