import { useState } from 'preact/hooks'
import { type CaseFile, listCases } from '../../shared/case-file.ts'
import type { FailureCode } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import { useSettled } from '../app/use-settled.ts'
import { useHost } from './host-context.ts'
import { useAsked } from './use-asked.ts'

const MOST_FOUND = 50

/** A search for cases of one contractor, and what became of it. */
export interface CaseSearch {
  typed: string
  onTyped: (typed: string) => void
  /** What is looked for: what was typed, once the typing pauses. */
  words: string
  /** Those that fit, newest first; until these are there those that fitted the words before; null where nothing is looked for. */
  found: CaseFile[] | null
  isWaiting: boolean
  failure: FailureCode | null
  ask: () => void
}

/** Looks for cases by reference or title; `only` open or only closed ones, or all where nothing is said. */
export function useCaseSearch(contractorId: string, only?: { open: boolean }): CaseSearch {
  const host = useHost()
  const [typed, onTyped] = useState('')
  const words = useSettled(typed.trim())
  const { value, failure, ask } = useAsked(async () => {
    if (words === '') return null
    const querystring = { ...only, q: words, limit: MOST_FOUND }
    return { words, ...(await call(host, listCases, { params: { contractorId }, querystring })) }
  }, [host, contractorId, only?.open, words])
  // Where there is no answer, what was found for former words says nothing of these.
  const found = words === '' || failure ? null : (value?.items ?? null)
  const isWaiting = words !== '' && !failure && value?.words !== words
  return { typed, onTyped, words, found, isWaiting, failure, ask }
}
