import { afterAll, beforeAll, expect, it } from 'vitest'
import { GraphDouble } from '../../server/graph/graph-double.ts'
import { base64, mail } from './mails.ts'
import { type OutlookWindow, openOutlook } from './outlook-window.ts'
import { signInBeside } from './pane-reader.ts'
import { openWorld, type World } from './world.ts'

/** Where Outlook does not give a mail out, the server fetches it from the reader's own mailbox. */
let world: World
const graph = new GraphDouble()
const pdf = { id: 'a1', name: 'Oferta.pdf', contentType: 'application/pdf', content: base64('%PDF-1.7 oferta') }

beforeAll(async () => {
  const origin = await graph.listen()
  world = await openWorld('blocked', { LUPA_MICROSOFT_LOGIN_URL: origin, LUPA_MICROSOFT_GRAPH_URL: origin })
  const application = { tenant: 'nasza.example', clientId: 'aplikacja-1', clientSecret: 'tajne' }
  const { id: tenantId } = await world.direct.post('/api/microsoft/tenants', application)
  const mailbox = { tenantId, user: 'jan@nasza.example', since: '2026-01-01', files: 'nothing', folders: ['archive'] }
  await world.direct.post('/api/microsoft/mailboxes', mailbox)
})

afterAll(async () => {
  await world?.close()
  graph.close()
})

async function lay(item: ReturnType<typeof mail>, { user = 'jan@nasza.example', id = item.id } = {}) {
  await graph.deliver(user, 'archive', id, Buffer.from(item.source ?? '', 'base64').toString())
}

async function open(items: ReturnType<typeof mail>[], set: string): Promise<OutlookWindow> {
  const outlook = await openOutlook(world.browser, { items, selected: [items[0]?.id ?? ''], set })
  await signInBeside(outlook)
  await outlook.rig(
    (rig, ids: string[]) => rig.select(...ids),
    items.map(({ id }) => id),
  )
  return outlook
}

const file = ({ pane }: OutlookWindow) => pane.getByRole('button', { name: 'Przypisz', exact: true }).click()

it('files a mail with attachments in an Outlook of set 1.5, which gives none: as it travelled', async () => {
  const item = mail('far/away+1', { subject: 'Z daleka', attachments: [pdf] })
  await lay(item, { id: 'far-away_1' })
  const outlook = await open([item], '1.5')
  await file(outlook)
  await outlook.pane.getByRole('article', { name: 'Przypisano' }).waitFor()

  expect(base64(await world.sourceOf('Z daleka'))).toBe(item.source)
  await outlook.close()
})

it('files it also when Outlook fails at everything', async () => {
  const item = mail('broken', { subject: 'Zepsuta' })
  await lay(item)
  const outlook = await open([item], '1.15')
  await outlook.rig(rig => {
    for (const id of [204, 37, 150]) rig.always[id] = 5001
  })
  await file(outlook)
  await outlook.pane.getByRole('article', { name: 'Przypisano' }).waitFor()

  expect(base64(await world.sourceOf('Zepsuta'))).toBe(item.source)
  await outlook.close()
})

it('says that it could not be read when it lies in a mailbox of somebody else’s', async () => {
  const item = mail('theirs', { subject: 'Cudza', attachments: [pdf], isShared: true, owner: 'ewa@nasza.example' })
  await lay(item, { user: 'ewa@nasza.example' })
  const outlook = await open([item], '1.5')
  await file(outlook)

  await outlook.pane.getByRole('alert').getByText('Nie udało się odczytać treści').waitFor()
  await expect(world.sourceOf('Cudza')).rejects.toThrow()
  await outlook.close()
})

it('files several mails in an Outlook of set 1.13, which opens none beside the selected ones', async () => {
  const items = ['x', 'y'].map(id => mail(`far-${id}`, { subject: `Daleka ${id}` }))
  for (const item of items) await lay(item)
  const outlook = await open(items, '1.13')
  await outlook.rig(rig => {
    rig.slow[196] = 600
  })
  await outlook.pane.getByRole('button', { name: /Przypisz 2/ }).click()
  // They are filed also when they are not selected any more.
  await outlook.rig(rig => rig.select())

  const stored = (subject: string) => world.sourceOf(subject).then(base64, () => null)
  for (const item of items) await expect.poll(() => stored(item.subject), { timeout: 10_000 }).toBe(item.source)
  await outlook.close()
})

it('files the mail for which the button was pressed, although another is open by then', async () => {
  const items = [mail('meant', { subject: 'Ta' }), mail('other', { subject: 'Nie ta' })]
  for (const item of items) await lay(item)
  const outlook = await openOutlook(world.browser, { items, selected: ['meant'], set: '1.8' })
  await signInBeside(outlook)
  await outlook.rig(rig => {
    rig.slow[37] = 1200
  })
  await outlook.pane.getByRole('button', { name: 'Przypisz', exact: true }).click()
  await outlook.rig(rig => rig.select('other'))

  await expect.poll(() => world.sourceOf('Ta').then(base64, () => null), { timeout: 10_000 }).toBe(items[0]?.source)
  await expect(world.sourceOf('Nie ta')).rejects.toThrow()
  await outlook.close()
})
