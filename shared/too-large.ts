import { LONGEST_LIST } from './contractor-import.ts'
import { LONGEST_MESSAGE } from './message.ts'
import type { Bytes } from './route.ts'
import { LARGEST_UPLOAD } from './upload.ts'

/** Largest JSON body that is taken, in bytes. */
export const LONGEST_JSON = 1024 * 1024

const limits: Partial<Record<Bytes, number>> = {
  'message/rfc822': LONGEST_MESSAGE,
  'multipart/form-data': LARGEST_UPLOAD,
  'application/octet-stream': LONGEST_LIST,
}

/** Largest body that a route takes, in bytes. */
export function longestBody(consumes: string | undefined): number {
  return limits[consumes as Bytes] ?? LONGEST_JSON
}

/** What the refusal of a body says that is larger than its door takes: what it was, and the limit that is true there. */
export function tooLarge(consumes: string | undefined, language: 'pl' | 'en'): string {
  const megabytes = longestBody(consumes) / 1024 / 1024
  const word = words[language]
  const sentence = word[consumes as keyof typeof word] ?? word.other
  return sentence(megabytes)
}

const words = {
  pl: {
    'message/rfc822': (most: number) => `Wiadomość jest za duża dla serwera (najwyżej ${most} MB).`,
    'multipart/form-data': (most: number) => `Plik jest za duży dla serwera (najwyżej ${most} MB).`,
    'application/octet-stream': (most: number) => `Lista jest za duża dla serwera (najwyżej ${most} MB).`,
    other: (most: number) => `Tych danych jest za dużo dla serwera (najwyżej ${most} MB naraz).`,
  },
  en: {
    'message/rfc822': (most: number) => `The message is too large for the server (${most} MB at most).`,
    'multipart/form-data': (most: number) => `The file is too large for the server (${most} MB at most).`,
    'application/octet-stream': (most: number) => `The list is too large for the server (${most} MB at most).`,
    other: (most: number) => `These data are too large for the server (${most} MB at most at once).`,
  },
}
