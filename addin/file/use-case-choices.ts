import { listCases, readCase } from '../../shared/case-file.ts'
import type { Output } from '../../shared/route.ts'
import { call } from '../api/call.ts'
import { useSurroundings } from '../app/surroundings.ts'
import { type Answer, useAnswer } from '../app/use-answer.ts'

const MOST_CASES = 200
const MOST_FOUND = 50

/** One case to choose. */
export interface CaseChoice {
  id: string
  reference: string
  title: string
}

interface CaseQuestion {
  contractorId: string
  /** Only those that are open. */
  isOpen: boolean
  /** What is looked for; empty for the newest. */
  words: string
  /** The one that is chosen, which is named whether or not it is among the others. */
  chosen: string
}

interface CaseChoices {
  choices: CaseChoice[]
  /** Whether there are more than fit into a choice, so that they must be looked for. */
  areMany: boolean
  /** Whether the chosen one is none that the reader sees. */
  isUnknown: boolean
  answer: Answer<Output<typeof listCases>>
}

/** The cases of a contractor to choose from: all, or the newest and what is looked for where they are many. */
export function useCaseChoices({ contractorId, isOpen, words, chosen }: CaseQuestion): CaseChoices {
  const { host } = useSurroundings()
  const only = isOpen ? { open: true } : {}
  const params = { contractorId }
  const newest = useAnswer(`cases to choose of ${contractorId} ${isOpen}`, () =>
    call(host, listCases, { params, querystring: { ...only, limit: MOST_CASES } }),
  )
  const found = useAnswer(`cases to choose of ${contractorId} ${isOpen} by ${words}`, async () =>
    words === ''
      ? null
      : await call(host, listCases, { params, querystring: { ...only, q: words, limit: MOST_FOUND } }),
  )
  const shown: CaseChoice[] = (words === '' ? newest : found).value?.items ?? []
  const isMissing = newest.value !== undefined && chosen !== '' && !newest.value.items.some(one => one.id === chosen)
  const missing = useAnswer(`chosen case ${isMissing ? chosen : ''}`, async () =>
    isMissing ? await call(host, readCase, { params: { caseId: chosen } }) : null,
  )
  const known = [...(newest.value?.items ?? []), ...(missing.value ? [missing.value] : [])]
  const own = shown.some(one => one.id === chosen) ? [] : known.filter(one => one.id === chosen)
  return {
    choices: [...own, ...shown],
    areMany: newest.value?.next != null,
    isUnknown: isMissing && missing.state === 'failed',
    answer: newest,
  }
}
