import * as inside from '../../e2e/thunderbird/inside-thunderbird.ts'
import { until } from '../../e2e/thunderbird/until.ts'
import * as page from './in-page.ts'
import { openMail, type Scene } from './scene.ts'
import { plain, type Stage } from './stage.ts'
import { long } from './story.ts'

const POP_OUT = 'pop-out.html'
const SEVERAL = 'several.html'

async function openPopOut({ thunderbird, pageShows }: Stage, words: string) {
  await thunderbird.clickMailButton()
  await pageShows(POP_OUT, words)
}

async function openSeveral({ thunderbird, story, own, text, pageShows }: Stage) {
  await thunderbird.open(story.fresh)
  await thunderbird.select(story.several)
  await thunderbird.chooseInMenu(own('fileSeveral'))
  await pageShows(SEVERAL, text.several.button(story.several.length))
}

async function fileSeveral(stage: Stage, isSo: (page: string) => boolean) {
  await openSeveral(stage)
  const { thunderbird, story, text } = stage
  await stage.press(SEVERAL, text.several.button(story.several.length))
  await until('the mails to be on their way', async () => isSo(await thunderbird.inPage(SEVERAL, page.read)))
}

/** Windows of Lupa's own, the settings, and the space with the web application. */
export const windowScenes: Record<string, Scene> = {
  'options signed in': {
    async play({ thunderbird, own, pageShows }) {
      await thunderbird.inBackground(page.openSettings)
      await pageShows('options.html', own('newMail'))
    },
  },
  'pop-out': {
    window: POP_OUT,
    async play(stage) {
      await openMail(stage, stage.story.fresh, stage.text.filing.button)
      await openPopOut(stage, stage.text.timeline.heading)
    },
  },
  'pop-out long': {
    window: POP_OUT,
    async play(stage) {
      await openMail(stage, long.messageId, 'Zażółć')
      await openPopOut(stage, stage.text.timeline.heading)
    },
  },
  'pop-out several': {
    window: POP_OUT,
    async play(stage) {
      const { story, text, thunderbird, pageShows } = stage
      await openMail(stage, story.fresh, text.filing.button)
      await openPopOut(stage, text.timeline.heading)
      await thunderbird.select(story.several)
      await pageShows(POP_OUT, text.several.heading(story.several.length))
    },
  },
  'pop-out none': {
    window: POP_OUT,
    async play(stage) {
      const { story, text, thunderbird, pageShows } = stage
      await openMail(stage, story.fresh, text.filing.button)
      await openPopOut(stage, text.timeline.heading)
      await thunderbird.select([])
      await pageShows(POP_OUT, text.noMail.heading)
    },
  },
  several: { window: SEVERAL, play: openSeveral },
  'several running': {
    window: SEVERAL,
    async play(stage) {
      const { text, story } = stage
      const some = [1, 2, 3, 4, 5].map(done => plain(text.several.busy(done, story.several.length)))
      await fileSeveral(stage, words => some.some(one => words.includes(one)))
      stage.world.freeze()
    },
    leave: async ({ world }) => world.thaw(),
  },
  'several done': {
    window: SEVERAL,
    async play(stage) {
      await fileSeveral(stage, words => words.includes(stage.text.several.over))
    },
  },
  'several picked': {
    window: SEVERAL,
    async play(stage) {
      await openSeveral(stage)
      await until('the choice', () => stage.thunderbird.inPage(SEVERAL, page.tick, stage.text.several.one))
    },
  },
  space: {
    async play({ thunderbird, world, text }) {
      await thunderbird.inBackground(page.openSpace)
      const click = (role: string, name: string) => thunderbird.clickInPage('space', role, name)
      await click('textbox', 'E-mail')
      await thunderbird.type(world.me.email)
      await click('textbox', text.session.password)
      await thunderbird.type(world.me.password)
      await click('button', text.session.button)
      const reads = () => thunderbird.privileged(inside.runInTabPage, page.read.toString(), [])
      await until('the home page', async () => String(await reads()).includes('Hurtownia Kowal'))
    },
  },
}
