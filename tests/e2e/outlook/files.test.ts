import { afterAll, beforeAll, expect, it } from 'vitest'
import { mail, mailWithPriceList } from './mails.ts'
import { type OutlookWindow, openOutlook } from './outlook-window.ts'
import { signInBeside } from './pane-reader.ts'
import { openWorld, type World } from './world.ts'

let world: World
let outlook: OutlookWindow

beforeAll(async () => {
  world = await openWorld('blocked')
  const unknown = mail('unknown', { from: { name: '', address: 'nikt@nieznany.example' } })
  outlook = await openOutlook(world.browser, { items: [mail('open'), unknown], selected: ['open'] })
  await signInBeside(outlook)
})

afterAll(() => world?.close())

const list = () => outlook.pane.getByRole('region', { name: 'Dodawanie plików' })
const row = (name: string) => list().getByRole('listitem').filter({ hasText: name })
const chosen = (name: string, mimeType: string, text: string) => ({ name, mimeType, buffer: Buffer.from(text) })

async function contentOf(title: string): Promise<string> {
  const { items } = JSON.parse(await world.direct.text(`/api/contractors/${world.contractorId}/timeline?limit=50`))
  const item = items.find((one: { title: string }) => one.title === title)
  return world.direct.text(`/api/documents/${item.objectId}/content`)
}

it('files documents and mails that are chosen by the button, byte by byte, which the keyboard reaches', async () => {
  const button = outlook.pane.getByRole('button', { name: 'Dodaj pliki' })
  const [chooser] = await Promise.all([outlook.page.waitForEvent('filechooser'), button.press('Enter')])

  await chooser.setFiles([
    chosen('Zażółć gęślą jaźń.txt', 'text/plain', 'Treść\r\n--lupa--\r\nkoniec'),
    chosen('cennik.eml', 'message/rfc822', mailWithPriceList),
    chosen('pusty.pdf', 'application/pdf', ''),
  ])

  await row('Zażółć').getByText('dodany jako dokument').waitFor()
  await row('cennik.eml').getByText('przypisany').waitFor()
  await row('pusty.pdf').getByText('pusty plik').waitFor()
  expect(await contentOf('Zażółć gęślą jaźń.txt')).toBe('Treść\r\n--lupa--\r\nkoniec')
  expect(await world.sourceOf('Cennik')).toBe(mailWithPriceList)
})

it('files what is dropped on the pane, and stores nothing twice', async () => {
  const drop = async () => {
    const data = await outlook.pane.locator('body').evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['Protokół odbioru'], 'protokół.txt', { type: 'text/plain' }))
      return transfer
    })
    for (const name of ['dragover', 'drop'] as const)
      await outlook.pane.locator('.pane h2').first().dispatchEvent(name, { dataTransfer: data })
  }

  await drop()
  await row('protokół.txt').getByText('dodany jako dokument').waitFor()
  await drop()
  await row('protokół.txt').getByText('jest już w tej kartotece').waitFor()

  expect(await contentOf('protokół.txt')).toBe('Protokół odbioru')
})

it('asks for the contractor of a document first where nobody is known', async () => {
  await outlook.rig(rig => rig.select('unknown'))
  await outlook.pane.getByRole('heading', { name: 'Nie znamy nikogo z tej wiadomości' }).waitFor()
  const input = outlook.pane.locator('input[type=file]')

  await input.setInputFiles([chosen('luźny.txt', 'text/plain', 'x')])

  await row('luźny.txt').getByText('najpierw wskaż kontrahenta').waitFor()
})

it('made the browser complain of nothing', () => {
  expect(outlook.complaints).toEqual([])
})
