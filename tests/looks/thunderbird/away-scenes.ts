import * as page from './in-page.ts'
import type { Scene } from './scene.ts'
import { plain, type Stage } from './stage.ts'

async function openAway({ thunderbird, story, text }: Stage) {
  const [first = ''] = story.several.slice(2)
  await thunderbird.open(first)
  await thunderbird.panelShows(text.queue.later)
}

/** The server is away; played last, with the way to it cut. */
export const awayScenes: Record<string, Scene> = {
  away: { play: openAway },
  'away queue': {
    async play(stage) {
      const { thunderbird, text, story } = stage
      for (const [index, id] of story.several.slice(3, 5).entries()) {
        await thunderbird.open(id)
        await thunderbird.panelShows(text.queue.later)
        await thunderbird.clickInPanel('button', text.queue.later)
        await thunderbird.panelShows(plain(text.queue.heading(index + 1)))
      }
      await thunderbird.clickInPanel('button', plain(text.queue.heading(2)))
      await thunderbird.panelShows(text.queue.discard)
    },
  },
  'away pop-out': {
    window: 'pop-out.html',
    async play(stage) {
      await openAway(stage)
      await stage.thunderbird.clickMailButton()
      await stage.pageShows('pop-out.html', stage.text.queue.later)
    },
  },
  'away compose': {
    window: 'msgcompose',
    async play({ thunderbird, file, text, pageShows }) {
      const tab = await thunderbird.inBackground(page.beginMail, [file.address], 'Regały')
      await thunderbird.inBackground(page.openPopUp, tab)
      await pageShows('compose.html', text.trouble.heading)
    },
  },
  'away space': { play: async ({ thunderbird }) => thunderbird.inBackground(page.openSpace) },
}
