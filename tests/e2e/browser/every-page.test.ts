import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { adminTexts } from '../../../addin/text/app-texts.ts'
import { emptySheet } from '../../../server/sample/documents/sheet.ts'
import { sheetAsPdf } from '../../../server/sample/documents/sheet-as-pdf.ts'
import type { ItemRow } from '../../../shared/item.ts'
import { dialogScenes, me } from '../../looks/dialog-scenes.ts'
import { hearAnswers, type Scene } from '../../looks/scene.ts'
import { buildKsef } from '../../support/ksef.ts'
import { buildMail } from '../../support/mail.ts'
import { buildDocx } from '../../support/office.ts'
import { until } from '../thunderbird/until.ts'
import { openStory } from './open-story.ts'
import { barriers, chooseLanguage, openWindow, signInOn, visit } from './reader.ts'

const longName = 'Przedsiębiorstwo Wielobranżowe Hydro-Instal Żółkiewski i Wspólnicy Spółka komandytowo-akcyjna'
const longTitle = 'Konstantynopolitańczykowianeczka_i_inne_nazwy_plików_bez_jednej_spacji_na_końcu_roku_2026'
const STORY_MS = 180_000
const dot = Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64')

const ewa = { name: 'Ewa Druga', email: 'ewa@nasza.example', password: 'Hasło Ewy 12' }

const {
  server,
  browser,
  direct,
  page,
  complaints,
  given: { contractorId, caseId, ewaId },
} = await openStory({
  prepare: async direct => {
    const people = [{ name: 'Maksymilian Brzęczyszczykiewicz-Żółkiewski', addresses: ['m@hydro.example'] }]
    const contractorId = (await direct.post('/api/contractors', { name: longName, people })).id ?? ''
    const caseId = (await direct.post(`/api/contractors/${contractorId}/cases`, { title: longTitle })).id ?? ''
    // Two of one name are offered to be merged, and there is a person to be found and a file to be held.
    for (const name of ['Meblex', 'Meblex sp. z o.o.'])
      await direct.post('/api/contractors', {
        name,
        people: [{ name: 'Anna Kowal', addresses: ['anna@meblex.example'] }],
      })
    await direct.post('/api/contractors', { name: 'Dostawca Stali' })
    const { id: ewaId = '' } = await direct.post('/api/users', { ...ewa, isAdmin: true })
    return { contractorId, caseId, ewaId }
  },
})

function log(input: object) {
  const startsAt = new Date(Date.now() - 3_600_000).toISOString()
  return direct.post('/api/activities', { contractorId, startsAt, ...input })
}

/** Files of every sort that has a look of its own, and a mail with an attachment. */
async function putIn() {
  await visit(page, `#/contractors/${contractorId}`)
  const html = '<p>Dzień dobry, <b>w załączniku</b> umowa.</p><img src="https://obrazy.example/1.png" alt="">'
  const attachments = [{ name: `${longTitle}.txt`, type: 'text/plain', content: 'Umowa' }]
  await page.locator('input[type=file]').setInputFiles([
    {
      name: `${longTitle}.pdf`,
      mimeType: 'application/pdf',
      buffer: Buffer.from(sheetAsPdf({ ...emptySheet, title: 'Umowa' })),
    },
    { name: 'Pismo.docx', mimeType: 'application/octet-stream', buffer: Buffer.from(buildDocx('Odbiór pomp.')) },
    { name: 'Zdjęcie.gif', mimeType: 'image/gif', buffer: dot },
    { name: `${longTitle}.xml`, mimeType: 'text/xml', buffer: Buffer.from(buildKsef({ number: longTitle })) },
    { name: 'Uwagi.txt', mimeType: 'text/plain', buffer: Buffer.from('Uwagi do umowy') },
    {
      name: 'mail.eml',
      mimeType: 'message/rfc822',
      buffer: Buffer.from(buildMail({ from: 'Maks <m@hydro.example>', subject: longTitle, html, attachments })),
    },
  ])
  await page.getByRole('list', { name: 'Dodawane pliki' }).getByText('dodano jako mail').waitFor()
  await until('all files to be there', async () => new Set((await items()).map(({ title }) => title)).size > 8)
}

async function items(): Promise<ItemRow[]> {
  return JSON.parse(await direct.text('/api/timeline?limit=100')).items
}

/** Every page of a reader's day, and every kind of item. */
async function addresses(): Promise<string[]> {
  const file = `#/contractors/${contractorId}`
  const one = new Map((await items()).map(item => [`${item.kind} ${item.title.split('.').at(-1)}`, item.id]))
  return [
    '#/',
    '#/contractors',
    file,
    ...['documents', 'activities', 'cases', 'people', 'access'].map(tab => `${file}?tab=${tab}`),
    ...['group=case', 'group=thread', 'q=brak'].map(query => `${file}?${query}`),
    ...['timeline', 'documents', 'tasks', 'parties', 'access'].map(tab => `#/cases/${caseId}?tab=${tab}`),
    ...[...one.values()].map(id => `#/items/${id}`),
    '#/search',
    '#/search?q=umowa',
    '#/search?q=brak',
    '#/tasks',
    '#/tasks?of=given',
    ...['notifications', 'triage', 'held', 'templates', 'pane', 'account'].map(name => `#/${name}`),
    '#/admin/import',
    '#/contractors/00000000-0000-4000-8000-000000000000',
    '#/nie-ma',
  ]
}

/** The pages of administration, each as it is and with each of its dialogs. */
const adminPages: Record<string, string> = {
  ...Object.fromEntries(['mailboxes', 'rules', 'access', 'start'].map(name => [name, `#/${name}`])),
  ...Object.fromEntries(
    ['users', 'groups', 'jobs', 'audit', 'retention', 'microsoft', 'webhooks', 'duplicates', 'system'].map(name => [
      name,
      `#/admin/${name}`,
    ]),
  ),
  'left out': '#/left-out',
  'copy addresses': '#/copy-addresses',
  ways: '#/admin/sign-in',
  filing: '#/admin/filing',
  'roll-out': '#/admin/roll-out',
  'outgoing mail': '#/admin/outgoing-mail',
  'document types': '#/admin/document-types',
  import: '#/admin/import',
  'person data': '#/admin/person-data',
}
const elsewhere: Record<string, string> = { account: '#/account', templates: '#/templates' }

/** Plays what a picture is taken of: the page anew, with what the server is made to say, and a dialog opened on it. */
async function play(where: Page, { page: name, answers = {}, act }: Scene, judge: () => Promise<void>) {
  await where.evaluate(() => location.assign('#/nie-ma'))
  const unhear = await hearAnswers(where, answers)
  const address = adminPages[name] ?? elsewhere[name]
  if (!address) throw new Error(`nobody said where the page ${name} is`)
  await visit(where, address)
  await act?.(where, adminTexts.in('pl'), 'pl')
  await judge()
  await unhear()
}

/** A narrow window of Ewa's, who reads Polish, and what is wrong with what she looked at. */
async function openPolish() {
  const { page: polish, complaints: ofPolish } = await openWindow(browser)
  await polish.goto(server.origin)
  await signInOn(polish, ewa)
  await polish.setViewportSize({ width: 360, height: 800 })
  const found: Record<string, string[]> = {}
  const judge = async (name: string) => {
    const wide = await polish.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    found[name] = [...(await barriers(polish)), ...(wide > 0 ? [`wider than the window by ${wide}`] : [])]
  }
  const wrong = () => [...Object.entries(found).filter(([, lines]) => lines.length > 0), ...ofPolish]
  return { polish, judge, wrong }
}

for (const kind of ['call', 'meeting', 'task', 'note']) await log({ kind, caseId, title: `${longTitle} ${kind}` })
await putIn()

it.concurrent(
  'has no barrier and nothing wider than the window on any page, in English, dark and light, narrow, with long names',
  async () => {
    await chooseLanguage(page, 'English')
    await page.setViewportSize({ width: 320, height: 800 })
    await page.emulateMedia({ colorScheme: 'dark' })
    const found: Record<string, string[]> = {}

    for (const hash of await addresses()) {
      await visit(page, hash)
      // Facts are folded in a narrow window; they are judged as whoever unfolds them sees them.
      await page.evaluate(() => {
        for (const one of document.querySelectorAll<HTMLDetailsElement>('aside details')) one.open = true
      })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      const isLost = await page.evaluate(() =>
        [...document.querySelectorAll('[role=tab][aria-selected=true]')].some(
          tab => tab.getBoundingClientRect().right > innerWidth + 1,
        ),
      )
      const dark = await barriers(page)
      // In another scheme nothing but the colours is another.
      await page.emulateMedia({ colorScheme: 'light' })
      const light = await barriers(page, { rule: 'color-contrast' })
      await page.emulateMedia({ colorScheme: 'dark' })
      found[hash] = [
        ...dark,
        ...light.map(line => `light: ${line}`),
        ...(wide > 0 ? [`wider than the window by ${wide}`] : []),
        ...(isLost ? ['the chosen tab lies out of sight'] : []),
      ]
    }

    expect(Object.entries(found).filter(([, lines]) => lines.length > 0)).toEqual([])
    expect(complaints).toEqual([])
  },
  STORY_MS,
)

it.concurrent(
  'has none on the pages of files in Polish either',
  async () => {
    const { polish, judge, wrong } = await openPolish()
    for (const hash of await addresses()) {
      await visit(polish, hash)
      await judge(hash)
    }

    expect(wrong()).toEqual([])
  },
  STORY_MS,
)

it.concurrent(
  'has none on the pages of administration and in their dialogs, in Polish and dark',
  async () => {
    const { polish, judge, wrong } = await openPolish()
    await polish.emulateMedia({ colorScheme: 'dark' })
    await adminTexts.load('pl')
    me.id = ewaId
    for (const hash of Object.values(adminPages)) {
      await visit(polish, hash)
      await judge(hash)
    }
    for (const [name, scene] of Object.entries(dialogScenes)) await play(polish, scene, () => judge(name))

    expect(wrong()).toEqual([])
  },
  STORY_MS,
)
