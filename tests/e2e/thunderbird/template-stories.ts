import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { until } from './until.ts'
import { pictures, type World } from './world.ts'

let world: World
const hostile = `Zła & "Spółka" <b onclick=x>`

// biome-ignore-start lint/suspicious/noExplicitAny: these run inside the extension, where its globals live.
async function beginMail(to: string, isPlainText: boolean): Promise<number> {
  const { compose } = (globalThis as any).messenger
  const { id } = await compose.beginNew({
    to: [to],
    isPlainText,
    ...(isPlainText ? { plainTextBody: 'Koniec' } : { body: '<p>Koniec</p>' }),
  })
  return id
}

async function openLupa(tabId: number): Promise<void> {
  const { messenger } = globalThis as any
  const { windowId } = await messenger.tabs.get(tabId)
  await messenger.composeAction.openPopup({ windowId })
}

async function draftOf(tabId: number): Promise<{ subject: string; body: string; plainTextBody: string }> {
  return (globalThis as any).messenger.compose.getComposeDetails(tabId)
}

async function closeTab(tabId: number): Promise<void> {
  const { messenger } = globalThis as any
  const { windowId } = await messenger.tabs.get(tabId)
  await messenger.windows.remove(windowId)
}

function readPage(): string {
  return (globalThis as any).document.body.innerText.replace(/\s+/g, ' ')
}

function chooseTemplate(name: string): boolean {
  const { document, Event } = globalThis as any
  const option = [...document.querySelectorAll('option')].find(one => one.textContent === name)
  if (!option) return false
  option.parentElement.closest('select').value = option.value
  option.closest('select').dispatchEvent(new Event('change', { bubbles: true }))
  return true
}

function press(name: string): boolean {
  const button = [...(globalThis as any).document.querySelectorAll('button')].find(one => one.innerText.trim() === name)
  button?.click()
  return button !== undefined
}
// biome-ignore-end lint/suspicious/noExplicitAny: see above

const page = async (words: string) =>
  until(`the pop-up to say ${words}`, async () =>
    (await world.thunderbird.inPage('compose.html', readPage)).includes(words),
  )

/** Begins a mail, puts the template into it, and answers the draft. */
async function withTemplate(to: string, isPlainText: boolean, picture?: string) {
  const tab = await world.thunderbird.inBackground(beginMail, to, isPlainText)
  await world.thunderbird.inBackground(openLupa, tab)
  await page('Szablony')
  await until('the template', () => world.thunderbird.inPage('compose.html', chooseTemplate, 'Powitanie'))
  await page('Wstaw do wiadomości')
  await page(to.startsWith('anna') ? 'Dzień dobry, Anna!' : hostile)
  if (picture) await world.thunderbird.pictureOf('compose.html', path.join(pictures, picture))
  await world.thunderbird.inPage('compose.html', press, 'Wstaw do wiadomości')
  await page('Uzupełnij luki w wiadomości')
  const draft = await world.thunderbird.inBackground(draftOf, tab)
  await world.thunderbird.inBackground(closeTab, tab)
  return draft
}

/** Templates of mails are put into drafts. */
export function templateStories(open: () => World) {
  beforeAll(async () => {
    world = open()
    const people = [{ name: 'Anna Nowak', addresses: ['anna@papierex.example'] }]
    await world.ask('POST', '/api/contractors', { name: 'Papierex', people, addresses: [] })
    await world.ask('POST', '/api/contractors', { name: hostile, addresses: ['@zla.example'] })
    const template = { language: 'pl', subject: 'Do {kontrahent}', isShared: false }
    const body = 'Dzień dobry, {imię}!\n{kontrahent}, {znak sprawy}'
    await world.ask('POST', '/api/mail-templates', { ...template, name: 'Powitanie', body })
  })

  it('puts a template into the draft with what is known, and keeps what stands there', {
    timeout: 60_000,
  }, async () => {
    const { subject, body } = await withTemplate('anna@papierex.example', false, 'thunderbird-template-pl.png')

    expect(subject).toBe('Do Papierex')
    expect(body).toMatch(/Dzień dobry, Anna!<br>\s*Papierex, <span [^<>]*>\[znak sprawy\]<\/span>/)
    expect(body).toContain('Koniec')
  })

  it('makes no markup of what a contractor is called', { timeout: 60_000 }, async () => {
    const { subject, body } = await withTemplate('ktos@zla.example', false)

    expect(subject).toBe(`Do ${hostile}`)
    expect(body).toContain('Zła &amp; "Spółka" &lt;b onclick=x&gt;, <span')
    expect(body).not.toContain('<b onclick')
  })

  it('writes plain text into a draft that is plain text', { timeout: 60_000 }, async () => {
    const { plainTextBody } = await withTemplate('ktos@zla.example', true)

    expect(plainTextBody).toContain(`Dzień dobry, [imię]!\n${hostile}, [znak sprawy]`)
    expect(plainTextBody).toContain('Koniec')
  })
}
