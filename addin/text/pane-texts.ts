import { keepTexts } from './texts.ts'

/** The sentences of the pane and of what it shares with the pages. */
export const paneTexts = keepTexts({
  pl: async () => (await import('./pl.ts')).pl,
  en: async () => (await import('./en.ts')).en,
})
