import { until } from '../../e2e/thunderbird/until.ts'
import * as page from './in-page.ts'
import { secret } from './move-in.ts'
import type { Scene } from './scene.ts'
import type { Stage } from './stage.ts'
import { long, stranger } from './story.ts'

const POP_UP = 'compose.html'
const GUARD = 'guard.html'
const COMPOSER = 'msgcompose'

async function compose({ thunderbird, pageShows }: Stage, to: string[], subject: string, words: string) {
  const tab = await thunderbird.inBackground(page.beginMail, to, subject)
  await thunderbird.inBackground(page.openPopUp, tab)
  await pageShows(POP_UP, words)
  return tab
}

const composeKnown = (stage: Stage) =>
  compose(stage, [`Anna Kowal <${stage.file.address}>`], 'Regały do magazynu', stage.draftText.templates.heading)

async function chooseCase(stage: Stage) {
  await stage.press(POP_UP, stage.text.draft.button)
  await stage.pageShows(POP_UP, stage.text.draft.clear)
}

async function scrollTo({ thunderbird }: Stage, heading: string) {
  await until(`the heading ${heading}`, () => thunderbird.inPage(POP_UP, page.scrollTo, heading))
}

const written = (play: Scene['play']): Scene => ({ window: COMPOSER, play })

/** The pop-up of a composer, and the guard's window. */
export const composeScenes: Record<string, Scene> = {
  'compose nobody': written(async stage => void (await compose(stage, [], '', stage.text.draft.nobody))),
  'compose unknown': written(
    async stage => void (await compose(stage, [stranger.address], 'Oferta', stage.text.draft.nobody)),
  ),
  compose: written(async stage => void (await composeKnown(stage))),
  'compose chosen': written(async stage => {
    await composeKnown(stage)
    await chooseCase(stage)
  }),
  'compose documents': written(async stage => {
    await composeKnown(stage)
    await scrollTo(stage, stage.draftText.documents)
  }),
  'compose template': written(async stage => {
    await composeKnown(stage)
    await chooseCase(stage)
    await until('the template', () =>
      stage.thunderbird.inPage(POP_UP, page.choose, 'Potwierdzenie przyjęcia reklamacji'),
    )
    await scrollTo(stage, stage.draftText.templates.heading)
  }),
  'compose long': written(
    async stage => void (await compose(stage, [long.address], 'Zapytanie ofertowe', stage.draftText.templates.heading)),
  ),
  'compose several': written(
    async stage => void (await compose(stage, [stage.file.address, long.address], 'Do obu', 'Zażółć')),
  ),
  'guard case': {
    window: GUARD,
    async play(stage) {
      const tab = await composeKnown(stage)
      await chooseCase(stage)
      for (const address of [long.address, stranger.address])
        await stage.thunderbird.inBackground(page.addRecipient, tab, address)
      await stage.thunderbird.inBackground(page.send, tab)
      await stage.pageShows(GUARD, long.address)
    },
  },
  'guard file': {
    window: GUARD,
    async play(stage) {
      const { thunderbird, pageShows } = stage
      const tab = await thunderbird.inBackground(page.beginMail, [stranger.address], 'Harmonogram')
      await thunderbird.inBackground(page.attach, tab, long.document, secret)
      await thunderbird.inBackground(page.send, tab)
      await pageShows(GUARD, long.document)
    },
  },
}
