import { afterAll, beforeAll, expect, it } from 'vitest'
import { base64, mail } from './mails.ts'
import { type OutlookWindow, openOutlook } from './outlook-window.ts'
import { signInBeside } from './pane-reader.ts'
import { openWorld, type World } from './world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld('blocked')
})

afterAll(() => world?.close())

const pdf = { id: 'a1', name: 'Oferta żółta.pdf', contentType: 'application/pdf', content: base64('%PDF-1.7 oferta') }

async function fileIn(set: string, item: ReturnType<typeof mail>): Promise<OutlookWindow> {
  const outlook = await openOutlook(world.browser, { items: [item], selected: [item.id], set })
  await signInBeside(outlook)
  await outlook.pane.getByRole('button', { name: 'Przypisz', exact: true }).click()
  return outlook
}

it.each(['1.8', '1.12'])('puts a mail together from its parts in an Outlook of set %s', async set => {
  const item = mail(`parts-${set}`, { attachments: [pdf], text: `Zażółć ${set}` })
  const outlook = await fileIn(set, item)
  await outlook.pane.getByRole('article', { name: 'Przypisano' }).waitFor()

  const source = await world.sourceOf(item.subject)
  expect(source).toContain(`Message-ID: <parts-${set}@meblex.example>`)
  expect(source).toContain('X-Lupa-Rebuilt: Outlook')
  expect(source).toContain(`filename*=utf-8''${encodeURIComponent(pdf.name)}`)
  expect(source).toContain(pdf.content)
  expect(source).toContain(base64(`<p>Zażółć ${set}</p>`))
  await outlook.close()
})

it('files a mail without attachments where Outlook gives no headers', async () => {
  const item = mail('old', { subject: 'Żółte regały i bardzo długi temat, który musi się złamać w nagłówku' })
  const outlook = await fileIn('1.5', item)
  await outlook.pane.getByRole('article', { name: 'Przypisano' }).waitFor()

  const source = await world.sourceOf(item.subject)
  expect(source).toContain('Message-ID: <old@meblex.example>')
  expect(await outlook.rig(rig => rig.asked.filter(id => [168, 158, 196, 204].includes(id)))).toEqual([])
  await outlook.close()
})

it('files no half of a mail: attachments that Outlook does not give are a reason to say no', async () => {
  const item = mail('half', { attachments: [pdf] })
  const outlook = await fileIn('1.5', item)

  await outlook.pane.getByRole('alert').getByText('Nie udało się odczytać treści').waitFor()
  await expect(world.sourceOf(item.subject)).rejects.toThrow()
  await outlook.close()
})

it('marks several mails that are filed in one act, and none of them in a folder of somebody else’s', async () => {
  const ids = ['ours-1', 'ours-2', 'theirs-1', 'theirs-2']
  const items = ids.map(id => mail(id, id.startsWith('theirs') ? { isShared: true, owner: 'ewa@nasza.example' } : {}))
  const outlook = await openOutlook(world.browser, { items, selected: ['theirs-1'], set: '1.15' })
  await signInBeside(outlook)
  for (const whose of ['theirs', 'ours']) {
    // One is clicked before more of the same folder are added to it.
    await outlook.rig((rig, id: string) => rig.select(id), `${whose}-1`)
    await outlook.pane.locator('.file:not(.stale)').waitFor()
    await outlook.pane.getByRole('heading', { name: 'Meblex' }).waitFor()
    await outlook.rig((rig, both: string[]) => rig.select(...both), [`${whose}-1`, `${whose}-2`])
    await outlook.pane.getByRole('button', { name: /Przypisz 2/ }).click()
    for (const id of [`${whose}-1`, `${whose}-2`])
      await expect.poll(() => world.sourceOf(`Dostawa ${id}`).catch(() => null), { timeout: 10_000 }).not.toBeNull()
  }

  // One after the other: by then those before were, or were not.
  const marked = () => outlook.rig((rig, all: string[]) => all.filter(id => rig.items[id]?.categories?.length), ids)
  await expect.poll(marked).toEqual(['ours-1', 'ours-2'])
  await outlook.close()
})
