import { keepTexts } from './texts.ts'

/** The sentences of the web application's pages. */
export const appTexts = keepTexts({
  pl: async () => (await import('./app-pl.ts')).appPl,
  en: async () => (await import('./app-en.ts')).appEn,
})

/** The same with the sentences of administration, which travel when a page of it is first opened. */
export const adminTexts = keepTexts({
  pl: async () => ({
    ...(await import('./app-pl.ts')).appPl,
    ...(await import('./admin-pages-pl.ts')).adminPagesPl,
  }),
  en: async () => ({
    ...(await import('./app-en.ts')).appEn,
    ...(await import('./admin-pages-en.ts')).adminPagesEn,
  }),
})
