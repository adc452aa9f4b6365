import { useState } from 'preact/hooks'
import { randomId } from '../api/random-key.ts'

/** The number of what was sent last, as plain data. */
export interface OwnNumber {
  content: string
  id: string
}

export const noNumber = (): OwnNumber => ({ content: '', id: '' })

/** The number for what is sent now: the same content has the same, so that what is sent again after a lost answer is one thing. */
export function useOwnNumber(): (content: object) => string {
  const [last] = useState(noNumber)
  return content => numberOf(last, content)
}

/** The same where `last` outlives the part of the screen that sends. */
export function numberOf(last: OwnNumber, content: object): string {
  const now = JSON.stringify(content)
  if (now !== last.content) Object.assign(last, { content: now, id: randomId() })
  return last.id
}
