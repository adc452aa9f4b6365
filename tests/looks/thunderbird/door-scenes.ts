import * as inside from '../../e2e/thunderbird/inside-thunderbird.ts'
import { until } from '../../e2e/thunderbird/until.ts'
import * as page from './in-page.ts'
import { openMail, type Scene } from './scene.ts'
import type { Stage } from './stage.ts'

const OPTIONS = 'options.html'
const SIGN_IN = 'launchWebAuthFlow_dialog'

async function openOptions({ thunderbird, pageShows, own }: Stage) {
  await thunderbird.inBackground(page.openSettings)
  await pageShows(OPTIONS, own('settingsTitle'))
}

/** What is seen before anybody signed in. */
export const doorScenes: Record<string, Scene> = {
  'signed out': { play: stage => openMail(stage, stage.story.fresh, stage.own('openSettings')) },
  options: { play: openOptions },
  'options refused': {
    async play(stage) {
      await openOptions(stage)
      const { thunderbird, own, pageShows } = stage
      const click = (role: string, name = '') => thunderbird.clickInPage(OPTIONS, role, name)
      await click('textbox', own('email'))
      await thunderbird.type('biuro@nasza.example')
      await click('textbox', own('password'))
      await thunderbird.type('nie to haslo')
      await click('button', own('signIn'))
      await pageShows(OPTIONS, own('refused'))
    },
  },
  'sign-in window': {
    window: SIGN_IN,
    async play(stage) {
      await openOptions(stage)
      const { thunderbird, own, text } = stage
      await thunderbird.clickInPage(OPTIONS, 'button', own('signInWindow'))
      await until('the sign-in page', async () =>
        String(await thunderbird.privileged(inside.runInSignInWindow, page.read.toString(), [])).includes(
          text.session.password,
        ),
      )
    },
    leave: async ({ thunderbird }) => thunderbird.privileged(inside.closeSignInWindow),
  },
  'space signed out': {
    play: async ({ thunderbird }) => thunderbird.inBackground(page.openSpace),
  },
}
