import * as panel from './inside-panel.ts'
import * as inside from './inside-thunderbird.ts'
import type { Marionette } from './marionette.ts'
import type { Thunderbird } from './thunderbird.ts'
import { until } from './until.ts'

const HOST = 'lupa-panel'

/** What a test reads and does in Lupa's panel beside the shown mail, and in the extension's own pages. */
export interface Panel {
  /** Everything readable in the panel; empty while there is none. */
  panelText(): Promise<string>
  /** Waits until the panel reads so, and returns its text. */
  panelShows(words: string | RegExp): Promise<string>
  /** Clicks an element of the panel with the real pointer. */
  clickInPanel(role: string, name: string): Promise<void>
  /** Clicks an element of the extension page in the current tab with the real pointer. */
  clickInPage(page: string, role: string, name: string): Promise<void>
  /** Presses the pointer on an element of the panel, moves it, and lets go. */
  dragInPanel(role: string, name: string, by: { x: number; y: number }): Promise<void>
  /** Types into whatever has the focus. */
  type(text: string): Promise<void>
  /** Presses keys together, such as Control, Shift and a letter (WebDriver's code points). */
  pressTogether(keys: string[]): Promise<void>
  /** Runs a self-contained function in the mail's document, seeing through closed shadow roots. */
  inMessage<Args extends unknown[], Result>(work: (...args: Args) => Result, ...args: Args): Promise<Awaited<Result>>
}

/** The panel's half of a driven Thunderbird. */
export function panelOf(marionette: Marionette, privileged: Thunderbird['privileged']): Panel {
  const inMessage: Panel['inMessage'] = (work, ...args) =>
    privileged(inside.runInMessage, work.toString(), args) as Promise<never>
  const panelText = async () => (await inMessage(panel.readPanel, HOST)) ?? ''
  const spotInPanel = (role: string, name: string) => {
    let before: panel.Spot | null = null
    return until(`${role} "${name}" at rest in the panel`, async () => {
      const spot = await inMessage(panel.locate, HOST, role, name)
      const now = spot && inWindow(spot, await privileged(inside.documentOrigin, 'message'))
      const isAtRest = now !== null && now.x === before?.x && now.y === before.y
      before = now
      return isAtRest ? now : null
    })
  }

  return {
    inMessage,
    panelText,
    async panelShows(words) {
      let last = ''
      const isShown = async () => {
        last = await panelText()
        return (typeof words === 'string' ? last.includes(words) : words.test(last)) ? last : null
      }
      try {
        return await until(`the panel to show ${words}`, isShown)
      } catch (error) {
        throw new Error(`the panel does not show ${words}, but: ${last}`, { cause: error })
      }
    },
    clickInPanel: async (role, name) => press(marionette, await spotInPanel(role, name)),
    async clickInPage(page, role, name) {
      const spot = await until(`${role} "${name}" in ${page}`, async () => {
        const found = (await privileged(inside.runInTabPage, panel.locate.toString(), [
          null,
          role,
          name,
        ])) as panel.Spot | null
        return found && inWindow(found, await privileged(inside.documentOrigin, page))
      })
      await press(marionette, spot)
    },
    dragInPanel: async (role, name, by) => press(marionette, await spotInPanel(role, name), by),
    pressTogether: keys =>
      perform(marionette, 'key', [
        ...keys.map(value => ({ type: 'keyDown', value })),
        ...keys.toReversed().map(value => ({ type: 'keyUp', value })),
      ]),
    type: text =>
      perform(
        marionette,
        'key',
        [...text].flatMap(value => [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]),
      ),
  }
}

function inWindow(spot: panel.Spot, origin: panel.Spot): panel.Spot {
  return { x: Math.round(spot.x + origin.x), y: Math.round(spot.y + origin.y) }
}

async function press(marionette: Marionette, at: panel.Spot, by?: { x: number; y: number }): Promise<void> {
  const move = (spot: panel.Spot) => ({ type: 'pointerMove', duration: 0, origin: 'viewport', ...spot })
  const target = by && { x: at.x + by.x, y: at.y + by.y }
  await perform(marionette, 'pointer', [
    move(at),
    { type: 'pointerDown', button: 0 },
    ...(target ? [move(target)] : []),
    { type: 'pointerUp', button: 0 },
  ])
}

async function perform(marionette: Marionette, type: 'key' | 'pointer', actions: object[]): Promise<void> {
  const parameters = type === 'pointer' ? { parameters: { pointerType: 'mouse' } } : {}
  await marionette.command('WebDriver:PerformActions', { actions: [{ type, id: type, actions, ...parameters }] })
  await marionette.command('WebDriver:ReleaseActions')
}
