import { type CaseFile, listCases } from '../../shared/case-file.ts'
import type { FailureCode } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { useHost } from './host-context.ts'
import { useAsked } from './use-asked.ts'

const MOST_FOUND = 50

interface CaseQuestion {
  contractorId: string
  only?: { open: boolean } | undefined
  /** Words of the reference or title; without any nothing is looked for. */
  words: string
}

/** What became of a search for cases. */
export interface SoughtCases {
  /** Those that fit, newest first; until these are there those that fitted the words before; null where nothing is looked for. */
  found: CaseFile[] | null
  isWaiting: boolean
  ask: () => void
}

/** The cases of a contractor that fit what was typed. */
export function useSoughtCases({ contractorId, only, words }: CaseQuestion): SoughtCases & {
  failure: FailureCode | null
} {
  const host = useHost()
  const { value, failure, ask } = useAsked(async () => {
    if (words === '') return null
    const querystring = { ...only, q: words, limit: MOST_FOUND }
    return { words, ...(await call(host, listCases, { params: { contractorId }, querystring })) }
  }, [host, contractorId, only?.open, words])
  // Where there is no answer, what was found for former words says nothing of these.
  const found = words === '' || failure ? null : (value?.items ?? null)
  return { found, isWaiting: words !== '' && !failure && value?.words !== words, failure, ask }
}
