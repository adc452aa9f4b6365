import { useEffect, useState } from 'preact/hooks'
import { adminTexts, appTexts } from '../text/app-texts.ts'
import type { Language } from '../text/language.ts'
import { paneTexts } from '../text/pane-texts.ts'

const textsOfPages = () => [paneTexts, appTexts, ...(adminTexts.isUsed() ? [adminTexts] : [])]

/** The wanted language as soon as its sentences are there; until then the former one, which may be none. */
export function useLoadedLanguage(wanted: Language): Language | 'failed' | null {
  const [spoken, setSpoken] = useState<Language | 'failed' | null>(null)
  const isThere = textsOfPages().every(texts => texts.has(wanted))

  useEffect(() => {
    let isCurrent = true
    Promise.all(textsOfPages().map(texts => texts.load(wanted))).then(
      () => isCurrent && setSpoken(wanted),
      // Who read one language already goes on in it.
      () => isCurrent && setSpoken(former => former ?? 'failed'),
    )
    return () => {
      isCurrent = false
    }
  }, [wanted])

  return isThere ? wanted : spoken
}
