import { useRef } from 'preact/hooks'
import { randomId } from '../api/random-key.ts'

/** The number for what is sent now: the same content has the same, so that what is sent again after a lost answer is one thing. */
export function useOwnNumber(): (content: object) => string {
  const last = useRef({ content: '', id: '' })
  return content => {
    const now = JSON.stringify(content)
    if (now !== last.current.content) last.current = { content: now, id: randomId() }
    return last.current.id
  }
}
