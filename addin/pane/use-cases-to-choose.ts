import { useState } from 'preact/hooks'
import type { CaseFile } from '../../shared/case-file.ts'

/** The open cases that are offered to choose from. */
export interface CasesToChoose {
  cases: CaseFile[]
  /** What a search hands in; null brings the first cases back. */
  onFound: (found: CaseFile[] | null) => void
}

/**
 * The cases that came first, or those that were found, of which the best is chosen at once, where everybody sees it; the chosen
 * one stays among them whatever is looked for next.
 */
export function useCasesToChoose(
  first: CaseFile[],
  chosenId: string | null,
  onChoose: (caseId: string) => void,
): CasesToChoose {
  const [found, setFound] = useState<CaseFile[] | null>(null)
  const [everFound, setEverFound] = useState<CaseFile[]>([])

  function handleFound(now: CaseFile[] | null) {
    setFound(now)
    if (now) setEverFound(before => [...now, ...before])
    if (now?.[0]) onChoose(now[0].id)
  }

  const shown = found ?? first
  const chosen = [...first, ...everFound].find(({ id }) => id === chosenId)
  const isOffered = !chosen || shown.some(({ id }) => id === chosen.id)
  return { cases: isOffered ? shown : [chosen, ...shown], onFound: handleFound }
}
