import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { draftTemplatesEn } from '../../../addin/text/draft-templates-en.ts'
import { draftTemplatesPl } from '../../../addin/text/draft-templates-pl.ts'
import { en } from '../../../addin/text/en.ts'
import { outlookEn } from '../../../addin/text/outlook-en.ts'
import { outlookPl } from '../../../addin/text/outlook-pl.ts'
import { pl } from '../../../addin/text/pl.ts'
import type { Thunderbird } from '../../e2e/thunderbird/thunderbird.ts'
import { until } from '../../e2e/thunderbird/until.ts'
import { startWorld, type World } from '../../e2e/thunderbird/world.ts'
import { keepPopUps } from './draw-window.ts'
import * as page from './in-page.ts'
import { type File, moveIn } from './move-in.ts'
import { type Story, tellStory } from './story.ts'

export type Language = 'pl' | 'en'

/** A running Thunderbird with the story in it, and what every scene is played with. */
export interface Stage {
  world: World
  thunderbird: Thunderbird
  story: Story
  file: File
  language: Language
  /** What the pane reads. */
  text: typeof pl
  draftText: typeof outlookPl & { templates: typeof draftTemplatesPl }
  /** What the extension's own pages read. */
  own(key: string): string
  /** Waits until an open page of the extension reads so. */
  pageShows(name: string, words: string): Promise<void>
  /** Presses a button of an open page of the extension. */
  press(name: string, button: string): Promise<void>
  stop(): Promise<void>
}

/** Starts everything in one language, signed out. */
export async function setStage(language: Language): Promise<Stage> {
  const story = tellStory()
  const world = await startWorld({
    name: 'looks',
    mails: story.inbox,
    language: language === 'pl' ? 'pl' : 'en-US',
    // As on the desktops of today; those that take room from the page are not drawn in a picture, and leave it bare.
    preferences: { 'ui.useOverlayScrollbars': 1 },
  })
  const file = await moveIn(world, story, language)
  const { thunderbird } = world
  await thunderbird.privileged(keepPopUps)
  const locale = path.resolve(import.meta.dirname, `../../../addin/thunderbird/_locales/${language}/messages.json`)
  const messages: Record<string, { message: string }> = JSON.parse(await readFile(locale, 'utf8'))
  return {
    world,
    thunderbird,
    story,
    file,
    language,
    text: language === 'pl' ? pl : en,
    draftText:
      language === 'pl' ? { ...outlookPl, templates: draftTemplatesPl } : { ...outlookEn, templates: draftTemplatesEn },
    own(key) {
      const message = messages[key]?.message
      if (!message) throw new Error(`the extension has no words for ${key}`)
      return message
    },
    async pageShows(name, words) {
      let last = ''
      const reads = async () => {
        last = await thunderbird.inPage(name, page.read)
        return last.includes(plain(words))
      }
      await until(`${name} to say ${words}`, reads).catch(error => {
        throw new Error(`${error}, but: ${last}`)
      })
    },
    async press(name, button) {
      await until(`the button ${button}`, () => thunderbird.inPage(name, page.press, plain(button)))
    },
    async stop() {
      world.thaw()
      await world.stop()
    },
  }
}

/** Words as they are read from a page: without the spaces that break no line. */
export function plain(words: string): string {
  return words.replace(/\s+/g, ' ')
}
