import { readTriage } from '../../shared/triage.ts'
import { call } from '../api/call.ts'
import { linkTo } from '../app/page-link.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useLive } from '../app/use-live.ts'
import { Notice } from '../ui/notice.tsx'

const MOST_COUNTED = 50

/** How much mail waits for the reader's decision; nothing when none does. */
export function HomeTriage() {
  const text = useAppText().home
  const { host } = useSurroundings()
  const answer = useAnswer('triage count', () => call(host, readTriage, { querystring: { limit: MOST_COUNTED } }))
  useLive(event => event.type === 'triage', answer.ask)
  const page = answer.value
  if (!page || page.items.length === 0) return null
  return (
    <Notice look="calm">
      <a href={linkTo({ name: 'triage' })}>
        {text.triageCount(page.next ? `${MOST_COUNTED}+` : String(page.items.length))}
      </a>
    </Notice>
  )
}
