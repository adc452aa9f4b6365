import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openBrowser } from '../../e2e/browser/reader.ts'
import { setLook } from '../../e2e/thunderbird/inside-windows.ts'
import { english, polish, signIn } from '../../e2e/thunderbird/sign-in.ts'
import { root, say } from '../../run/steps.ts'
import { fileOf, type Picture } from '../dresses.ts'
import { laySheet } from '../sheet.ts'
import { awayScenes } from './away-scenes.ts'
import { composeScenes } from './compose-scenes.ts'
import { doorScenes } from './door-scenes.ts'
import { drawWindow } from './draw-window.ts'
import { mailScenes } from './mail-scenes.ts'
import { openMail, type Scene, tidy } from './scene.ts'
import { type Language, type Stage, setStage } from './stage.ts'
import { windowScenes } from './window-scenes.ts'

const folder = path.join(root, 'build/looks/thunderbird')
const SETTLE_MS = 700
const SHEET_SCALE = 0.5
const languages: Language[] = ['pl', 'en']
const looks = ['light', 'dark'] as const

/**
 * Takes pictures of a real Thunderbird, without a screen and against a real server, in every state of what Lupa shows
 * there, in both languages and by day and night, and lays them on one sheet. Words behind the call choose states.
 */
export async function lookAtThunderbird(wanted: string[]) {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const taken: Picture[] = []
  for (const language of languages) taken.push(...(await lookIn(language, wanted)))
  const browser = await openBrowser()
  await laySheet(await browser.newPage({ viewport: { width: 1800, height: 1000 } }), folder, taken, SHEET_SCALE)
  await browser.close()
}

async function lookIn(language: Language, wanted: string[]): Promise<Picture[]> {
  const stage = await setStage(language)
  const { thunderbird, world, own, story, text } = stage
  const play = (scenes: Record<string, Scene>) =>
    playAll(
      stage,
      Object.entries(scenes).filter(([name]) => wanted.length === 0 || wanted.includes(name)),
    )
  try {
    const taken = await play(doorScenes)
    await openMail(stage, story.fresh, own('openSettings'))
    await signIn(thunderbird, world.me, language === 'pl' ? polish : english)
    await thunderbird.panelShows(text.filing.button)
    for (const scenes of [mailScenes, composeScenes, windowScenes]) taken.push(...(await play(scenes)))
    await world.relay.cut()
    taken.push(...(await play(awayScenes)))
    await world.relay.mend()
    return taken
  } finally {
    await stage.stop()
  }
}

async function playAll(stage: Stage, scenes: [string, Scene][]): Promise<Picture[]> {
  const taken: Picture[] = []
  for (const [name, scene] of scenes) {
    try {
      await scene.play(stage)
    } catch (error) {
      // A picture shows how far it came.
      say(`${name}: ${error}`)
    }
    for (const look of looks) {
      await stage.thunderbird.privileged(setLook, look)
      await pause(SETTLE_MS)
      taken.push(await takePicture(stage, name, scene.window ?? 'mail:3pane', look))
    }
    await stage.thunderbird.privileged(setLook, 'light')
    await scene.leave?.(stage)
    await tidy(stage)
  }
  return taken
}

async function takePicture(
  { thunderbird, language }: Stage,
  name: string,
  window: string,
  look: (typeof looks)[number],
): Promise<Picture> {
  const { picture, width } = await thunderbird.privileged(drawWindow, window)
  const file = fileOf(name, { language, look, width })
  await writeFile(path.join(folder, file), picture.split(',')[1] ?? '', 'base64')
  return { file, width }
}
