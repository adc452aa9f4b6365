import { type ChildProcess, spawn } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { type BrowserStandIn, createBrowserStandIn } from './browser-stand-in.ts'
import * as inside from './inside-thunderbird.ts'
import { connectMarionette, type Marionette } from './marionette.ts'
import { type Panel, panelOf } from './panel.ts'
import { isRunning } from './process.ts'
import { until } from './until.ts'

const THUNDERBIRD = '/usr/bin/thunderbird'
const START_LIMIT_MS = 60_000

/** A function that runs inside Thunderbird; see `inside-thunderbird.ts`. */
export type Inside<Args extends unknown[], Result> = (tools: inside.Tools, ...args: Args) => Promise<Result>

/** A running Thunderbird without a screen, and what a test may do with it. */
export interface Thunderbird extends Panel {
  /** What the program printed so far, the extension's `console` included. */
  readonly output: string
  logIn(password: string, options: { expectedMails: number }): Promise<void>
  /** Installs the extension, for this run or for later ones too, and waits until it is ready to show its panel. */
  install(extensionPath: string, options?: { lasting: boolean }): Promise<void>
  /** Shows a mail of the inbox by its Message-ID without brackets. */
  open(messageId: string): Promise<void>
  /** Selects several mails of the inbox. */
  select(messageIds: string[]): Promise<void>
  /** Presses the extension's button in the head of the shown mail. */
  clickMailButton(): Promise<void>
  /** Takes this entry of the context menu of the selected mails. */
  chooseInMenu(entry: string): Promise<void>
  /** Runs a self-contained function in the extension's background, where every `messenger` API is at hand. */
  inBackground<Args extends unknown[], Result>(work: (...args: Args) => Result, ...args: Args): Promise<Awaited<Result>>
  /** Runs a self-contained function in an open page of the extension, such as `options.html`. */
  inPage<Args extends unknown[], Result>(
    page: string,
    work: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>
  isBackgroundAwake(): Promise<boolean>
  suspendBackground(): Promise<void>
  /** Runs a function with full privilege in the main window. */
  privileged<Args extends unknown[], Result>(work: Inside<Args, Result>, ...args: Args): Promise<Result>
  screenshot(file: string): Promise<void>
  /** A picture of an extension page that has a window of its own. */
  pictureOf(page: string, file: string): Promise<void>
  /** The web addresses that Thunderbird handed to the user's browser. */
  openedPages(): Promise<string[]>
  /** Ends the program and removes its profile, unless the test starts it again. */
  quit(options?: { keepProfile: boolean }): Promise<void>
}

interface StartOptions {
  profile: string
  marionettePort: number
  extensionId: string
  /** Another Thunderbird than the installed one: an older version, or one that a company manages. */
  program?: string
  size?: { width: number; height: number }
}

interface Running {
  child: ChildProcess
  browser: BrowserStandIn
  output: () => string
}

/** Starts Thunderbird on a profile made by `createProfile` and waits until its window is ready. */
export async function startThunderbird(options: StartOptions): Promise<Thunderbird> {
  const running = await launch(options)
  try {
    const marionette = await connectMarionette(options.marionettePort, { limitMs: START_LIMIT_MS })
    await marionette.command('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } })
    await marionette.command('Marionette:SetContext', { value: 'chrome' })
    await marionette.command('WebDriver:SetTimeouts', { script: START_LIMIT_MS })
    return drive(marionette, running, options)
  } catch (error) {
    await kill(running.child)
    throw new Error(`Thunderbird did not start:\n${running.output().slice(-2000)}`, { cause: error })
  }
}

async function launch({
  profile,
  program = THUNDERBIRD,
  size: { width, height } = { width: 1400, height: 900 },
}: StartOptions): Promise<Running> {
  const browser = await createBrowserStandIn()
  const flags = ['--profile', profile, '--no-remote', '--new-instance', '--headless', '--marionette']
  const screen = { MOZ_HEADLESS_WIDTH: String(width), MOZ_HEADLESS_HEIGHT: String(height) }
  const child = spawn(program, [...flags, '--remote-allow-system-access'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...screen, ...browser.environment },
  })
  let printed = ''
  const collect = (chunk: Buffer) => {
    printed += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  return { child, browser, output: () => printed }
}

function drive(
  marionette: Marionette,
  { child, browser, output }: Running,
  { profile, extensionId }: StartOptions,
): Thunderbird {
  const privileged: Thunderbird['privileged'] = (work, ...args) => runPrivileged(marionette, work, args)
  const inExtension = (page: string, work: (...args: never[]) => unknown, args: unknown[]) =>
    privileged(inside.runInExtension, extensionId, page, work.toString(), args) as Promise<never>

  return {
    ...panelOf(marionette, privileged),
    get output() {
      return output()
    },
    privileged,
    logIn: (password, { expectedMails }) => privileged(inside.logIn, password, expectedMails),
    async install(path, { lasting } = { lasting: false }) {
      await privileged(inside.installExtension, path, lasting)
      await until('the panel to be registered', () => inExtension('background', isPanelRegistered, []))
    },
    open: messageId => privileged(inside.openMessage, messageId),
    select: messageIds => privileged(inside.selectMessages, messageIds),
    clickMailButton: () => privileged(inside.clickMailButton, extensionId),
    chooseInMenu: entry => privileged(inside.chooseInMenu, entry),
    inBackground: (work, ...args) => inExtension('background', work, args),
    inPage: (page, work, ...args) => inExtension(page, work, args),
    isBackgroundAwake: () => privileged(inside.isBackgroundAwake, extensionId),
    suspendBackground: () => privileged(inside.suspendBackground, extensionId),
    openedPages: browser.openedPages,
    async screenshot(file) {
      const shot = (await marionette.command('WebDriver:TakeScreenshot', { id: null, full: true })) as { value: string }
      await writeFile(file, Buffer.from(shot.value, 'base64'))
    },
    async pictureOf(page, file) {
      const picture = (await privileged(inside.drawPage, extensionId, page)) as string
      await writeFile(file, Buffer.from(picture.replace(/^data:.*?,/, ''), 'base64'))
    },
    async quit({ keepProfile } = { keepProfile: false }) {
      await marionette.command('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined)
      await kill(child)
      marionette.close()
      await browser.remove()
      if (!keepProfile) await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function runPrivileged<Args extends unknown[], Result>(
  marionette: Marionette,
  work: Inside<Args, Result>,
  args: Args,
): Promise<Result> {
  const script = `const args = [...arguments], done = args.pop();
    (${work})((${inside.makeTools})(), ...args).then(value => done({ value }), error => done({ error: String(error) }))`
  const answer = (await marionette.command('WebDriver:ExecuteAsyncScript', {
    sandbox: 'system',
    newSandbox: false,
    args,
    script,
  })) as { value: { value: Result; error?: string } }
  if (answer.value.error) throw new Error(`${work.name}: ${answer.value.error}`)
  return answer.value.value
}

async function isPanelRegistered(): Promise<boolean> {
  // biome-ignore lint/suspicious/noExplicitAny: runs inside the extension, where these globals live.
  const { messenger } = globalThis as any
  return (await messenger.scripting.messageDisplay.getRegisteredScripts()).length === 1
}

async function kill(child: ChildProcess): Promise<void> {
  const pid = child.pid
  if (pid === undefined) return
  try {
    await until('Thunderbird to end', () => child.exitCode !== null || !isRunning(pid), { limitMs: 10_000 })
  } catch {
    child.kill('SIGKILL')
  }
}
