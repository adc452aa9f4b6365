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

/** The cases of a contractor that fit what was typed, newest first; null where nothing is looked for. */
export function useSoughtCases({ contractorId, only, words }: CaseQuestion): Asked<CaseFile[] | null> {
  const host = useHost()
  return useAsked(async () => {
    if (words === '') return null
    const querystring = { ...only, q: words, limit: MOST_FOUND }
    return (await call(host, listCases, { params: { contractorId }, querystring })).items
  }, [host, contractorId, only?.open, words])
}
