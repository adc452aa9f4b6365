import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildMail } from '../../support/mail.ts'
import { polish, signIn } from './sign-in.ts'
import { pictures, startWorld, type World } from './world.ts'

let world: World
let contractorId: string

beforeAll(async () => {
  const first = buildMail({
    messageId: '<one@meblex.example>',
    from: 'Ewa <ewa@meblex.example>',
    to: 'biuro@nasza.example',
  })
  world = await startWorld({ name: 'files', mails: [first] })
  contractorId = (await world.ask('POST', '/api/contractors', { name: 'Meblex', addresses: ['@meblex.example'] })).id
  await world.thunderbird.open('one@meblex.example')
  await world.thunderbird.panelShows(/ustawienia/)
  await signIn(world.thunderbird, world.me, polish)
  await world.thunderbird.panelShows('Dodaj pliki')
}, 180_000)

afterAll(() => world?.stop(), 60_000)

// biome-ignore-start lint/suspicious/noExplicitAny: these run inside Thunderbird, where its globals live.
/** Has the next dialog for files answer with one, because nobody can click in the system's own. */
async function answerChooser(_tools: unknown, name: string, text: string): Promise<void> {
  const { Components, ChromeUtils, Services, Ci, File } = globalThis as any
  const registrar = Components.manager.QueryInterface(Ci.nsIComponentRegistrar)
  const file = new File([text], name, { type: 'text/plain' })
  const list = () => [file].values()
  const picker: any = {
    QueryInterface: ChromeUtils.generateQI(['nsIFilePicker']),
    init: () => undefined,
    appendFilters: () => undefined,
    appendFilter: () => undefined,
    appendRawFilter: () => undefined,
    open: (answer: any) => Services.tm.dispatchToMainThread(() => answer.done(Ci.nsIFilePicker.returnOK)),
    get domFileOrDirectoryEnumerator() {
      return list()
    },
    domFileOrDirectory: file,
    mode: 0,
    okButtonLabel: '',
    displayDirectory: null,
    displaySpecialDirectory: '',
    defaultString: '',
    defaultExtension: '',
    filterIndex: 0,
    addToRecentDocs: false,
    capture: 0,
  }
  registrar.registerFactory(Services.uuid.generateUUID(), '', '@mozilla.org/filepicker;1', {
    QueryInterface: ChromeUtils.generateQI(['nsIFactory']),
    createInstance: (id: any) => picker.QueryInterface(id),
  })
}

/** Drops a file on the panel as the system would, as far as the document can tell. */
function drop(hostName: string, name: string, text: string): void {
  const { document, DataTransfer, File, DragEvent } = globalThis as any
  const everything = (root: any): any[] =>
    [...root.querySelectorAll('*')].flatMap(one => [
      one,
      ...(one.openOrClosedShadowRoot ? everything(one.openOrClosedShadowRoot) : []),
    ])
  const root = document.querySelector(hostName).openOrClosedShadowRoot
  const pane = everything(root).find(one => one.classList.contains('pane'))
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(new File([text], name, { type: 'text/plain' }))
  for (const kind of ['dragover', 'drop'])
    pane.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }))
}
// biome-ignore-end lint/suspicious/noExplicitAny: see above

async function contentOf(title: string): Promise<string> {
  const { items } = await world.ask('GET', `/api/contractors/${contractorId}/timeline`)
  const item = items.find((row: { title: string }) => row.title === title)
  expect(item?.kind).toBe('document')
  return item.title
}

it('files a document that is chosen by the button beside a mail', { timeout: 60_000 }, async () => {
  await world.thunderbird.privileged(answerChooser, 'Protokół odbioru.txt', 'Treść')

  await world.thunderbird.clickInPanel('button', 'Dodaj pliki')

  await world.thunderbird.panelShows('dodany jako dokument')
  await world.thunderbird.screenshot(path.join(pictures, 'thunderbird-files-pl.png'))
  expect(await contentOf('Protokół odbioru.txt')).toBe('Protokół odbioru.txt')
})

it('files what is dropped on the panel', { timeout: 60_000 }, async () => {
  await world.thunderbird.inMessage(drop, 'lupa-panel', 'Notatka służbowa.txt', 'Inna treść')

  await world.thunderbird.panelShows(/Notatka służbowa\.txt ?dodany jako dokument/)
  expect(await contentOf('Notatka służbowa.txt')).toBe('Notatka służbowa.txt')
})
