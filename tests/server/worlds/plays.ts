import { accessPlays } from './plays-of-access.ts'
import { filePlays } from './plays-of-files.ts'
import { itemPlays } from './plays-of-items.ts'
import { mailPlays } from './plays-of-mail.ts'
import { settingPlays } from './plays-of-settings.ts'
import type { Arguments } from './said.ts'

/** One thing that somebody does. Numbers choose among what is there when it is done; what is not said is `plain`. */
export type Act = { act: ActName } & Partial<Arguments>
export type WholeAct = { act: ActName } & Arguments

/** What people do in a world: over the routes, and in the model. */
export const plays = { ...filePlays, ...mailPlays, ...itemPlays, ...accessPlays, ...settingPlays }

export type ActName = keyof typeof plays
export const actNames = Object.keys(plays) as ActName[]
