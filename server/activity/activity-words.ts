import { wordsOf } from '../search/analyse.ts'

const SNIPPET_LENGTH = 200

/** What of an activity's words its row shows, and by which words it is found. */
export function activityWords(title: string, note: string): { snippet: string; lexemes: string[] } {
  return { snippet: note.slice(0, SNIPPET_LENGTH).toWellFormed(), lexemes: wordsOf(`${title} ${note}`) }
}
