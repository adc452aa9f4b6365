import { setLayout } from '../../e2e/thunderbird/inside-windows.ts'
import * as draw from './draw-window.ts'
import * as page from './in-page.ts'
import { keys } from './keys.ts'
import { openMail, type Scene, settled } from './scene.ts'
import type { Stage } from './stage.ts'
import { hostileId, long, stranger } from './story.ts'

const layouts = ['vertical', 'classic', 'wide'] as const
const WIDE = [1400, 900] as const
const NARROW = [1024, 700] as const

async function openFresh(stage: Stage) {
  await openMail(stage, stage.story.fresh, stage.text.filing.button)
  await settled(stage)
}

async function layOut({ thunderbird }: Stage, layout: (typeof layouts)[number]) {
  await thunderbird.privileged(setLayout, layout)
}

const inLayouts = Object.fromEntries(
  layouts.map(layout => [
    `mail ${layout}`,
    {
      async play(stage) {
        await layOut(stage, layout)
        await openFresh(stage)
      },
      leave: stage => layOut(stage, 'vertical'),
    } satisfies Scene,
  ]),
)

/** The panel beside a mail, for somebody who is signed in. */
export const mailScenes: Record<string, Scene> = {
  ...inLayouts,
  'mail narrow': {
    async play(stage) {
      await stage.thunderbird.privileged(draw.resizeMain, ...NARROW)
      await openFresh(stage)
    },
    leave: async ({ thunderbird }) => thunderbird.privileged(draw.resizeMain, ...WIDE),
  },
  'mail focus': {
    async play(stage) {
      await openFresh(stage)
      const { thunderbird, text } = stage
      await thunderbird.clickInPanel('heading', text.filing.heading)
      for (let step = 0; step < 2; step += 1) await thunderbird.pressTogether([keys.tab])
    },
  },
  'mail filed': {
    async play(stage) {
      await openMail(stage, stage.story.known, stage.text.filed.unfile)
      await settled(stage)
    },
  },
  'mail long': {
    async play(stage) {
      await openMail(stage, long.messageId, 'Zażółć')
      await settled(stage)
    },
  },
  'mail unknown': {
    async play(stage) {
      await openMail(stage, stranger.messageId, stage.text.who.nobody)
      await settled(stage)
    },
  },
  'mail hostile': {
    async play(stage) {
      await openMail(stage, hostileId, 'mallory@obcy.example')
      await settled(stage)
    },
  },
  'mail collapsed': {
    async play(stage) {
      await openFresh(stage)
      await stage.thunderbird.clickInPanel('button', stage.own('collapse'))
    },
    leave: async ({ thunderbird, own }) => thunderbird.clickInPanel('button', own('expand')),
  },
  'mail waiting': {
    async play(stage) {
      await openFresh(stage)
      stage.world.freeze()
      await stage.thunderbird.open(long.messageId)
    },
    leave: async ({ world }) => world.thaw(),
  },
  'mail in a window': {
    window: 'mail:messageWindow',
    play: async ({ thunderbird, story }) => thunderbird.inBackground(page.openInWindow, story.known),
  },
}
