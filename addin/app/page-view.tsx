import { useEffect, useState } from 'preact/hooks'
import type { Language } from '../text/language.ts'
import { useLanguage } from '../ui/language.ts'
import { type Page, readPage } from './page-link.ts'
import { type AnyPage, loadedPage, loadPage } from './pages.ts'
import { FailedPage, UnknownPage } from './plain-pages.tsx'
import { useScroll } from './use-scroll.ts'
import type { Visit } from './visit.ts'

interface PageViewProps {
  visit: Visit
}

/** The page that the address names. */
export function PageView({ visit }: PageViewProps) {
  const page = readPage(visit.hash)
  const component = usePageComponent(page.name)
  useScroll(visit)

  if (component === 'waiting') return null
  // Files of an older build are gone after an update, so the way on is to load everything anew.
  if (component === 'failed') return <FailedPage failure="offline" onRetry={() => location.reload()} />
  if (component === null) return <UnknownPage />
  const Component = component
  return <Component key={visit.key} page={page} />
}

type Found = AnyPage | null | 'waiting' | 'failed'

function usePageComponent(name: Page['name']): Found {
  const language = useLanguage()
  const [found, setFound] = useState<{ name: Page['name']; language: Language; component: Found } | null>(null)

  useEffect(() => {
    let isCurrent = true
    const settle = (component: Found) => isCurrent && setFound({ name, language, component })
    if (!loadedPage(name, language)) loadPage(name, language).then(settle, () => settle('failed'))
    return () => {
      isCurrent = false
    }
  }, [name, language])

  const known = loadedPage(name, language)
  if (known) return known
  return found?.name === name && found.language === language ? found.component : 'waiting'
}
