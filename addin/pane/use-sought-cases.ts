import { type CaseFile, listCases } from '../../shared/case-file.ts'
import { call } from '../api/call.ts'
import { useHost } from './host-context.ts'
import { type Asked, useAsked } from './use-asked.ts'

const MOST_FOUND = 50

interface CaseQuestion {
  contractorId: string
  /** Only open or only closed ones; all where nothing is said. */
  only?: { open: boolean }
  /** Words of the reference or title; without any nothing is looked for. */
  words: string
}

/** The cases of a contractor that fit what was typed, newest first; null where nothing is looked for, or not answered yet. */
export function useSoughtCases({ contractorId, only, words }: CaseQuestion): Asked<CaseFile[]> {
  const host = useHost()
  const { value, ...asked } = useAsked(async () => {
    if (words === '') return null
    const querystring = { ...only, q: words, limit: MOST_FOUND }
    return { words, ...(await call(host, listCases, { params: { contractorId }, querystring })) }
  }, [host, contractorId, only?.open, words])
  // What was found for former words says nothing of these.
  return { ...asked, value: value?.words === words ? value.items : null }
}
