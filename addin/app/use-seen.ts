import { useState } from 'preact/hooks'
import { failureOf } from '../api/api-error.ts'

interface SeenOptions<Seen> {
  /** Asks what stands there now. */
  ask: () => Promise<Seen>
  /** Brings the form up to date with it; what was typed or ticked stays. */
  onNews?: (now: Seen, before: Seen) => void
}

/**
 * What the writer of a form has seen, to be sent along with his change. When the server refuses it because something else
 * stands there by now, that is asked for and seen from then on, so that saving again replaces it knowingly.
 */
export function useSeen<Seen>(first: Seen, { ask, onNews }: SeenOptions<Seen>) {
  const [seen, setSeen] = useState(first)
  const [isNews, setIsNews] = useState(false)

  async function save<Answer>(act: (seen: Seen) => Promise<Answer>): Promise<Answer> {
    try {
      return await act(seen)
    } catch (error) {
      if (failureOf(error) === 'changed-meanwhile') {
        const now = await ask()
        onNews?.(now, seen)
        setSeen(now)
        setIsNews(true)
      }
      throw error
    }
  }

  return { seen, isNews, save }
}
