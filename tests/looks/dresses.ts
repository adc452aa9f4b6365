import type { Page } from 'playwright-core'

/** In which language, look and width a picture is taken. */
export interface Dress {
  language: 'pl' | 'en'
  look: 'light' | 'dark' | 'high contrast' | 'print'
  width: number
  /** In whose look, where it is not the one that stands in Thunderbird and the browser. */
  program?: 'outlook'
}

/** A picture in the folder, and how wide it is. */
export interface Picture {
  file: string
  width: number
}

/** What the browser is told of a look. High contrast is a set of colours that the system forces upon every page. */
export function coloursOf({ look }: Dress) {
  if (look === 'high contrast') return { forcedColors: 'active' as const }
  return { colorScheme: look === 'dark' ? ('dark' as const) : ('light' as const) }
}

/** Paper in place of a screen, where a picture shows what would be printed. */
export async function putOn(page: Page, { look }: Dress) {
  if (look === 'print') await page.emulateMedia({ media: 'print' })
}

/** The name of a picture's file. */
export function fileOf(name: string, { language, look, width, program }: Dress): string {
  return `${[name, language, look, width, program].filter(Boolean).join('-')}.png`.replaceAll(' ', '-')
}

/** One picture of each of these in each dress. */
export function picturesOf(names: string[], dresses: readonly Dress[]): Picture[] {
  return dresses.flatMap(dress => names.map(name => ({ file: fileOf(name, dress), width: dress.width })))
}

/** Those of these dresses that are looked at: all, or what `LUPA_LOOKS_DRESS` names, as in `en dark 360,pl light 1440`. */
export function worn(all: Dress[]): Dress[] {
  const wanted = process.env['LUPA_LOOKS_DRESS']?.split(',')
  return all.filter(({ language, look, width }) => !wanted || wanted.includes(`${language} ${look} ${width}`))
}
