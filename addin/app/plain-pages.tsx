import type { FailureCode } from '../api/api-error.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHeading } from './page-heading.tsx'
import { linkTo } from './page-link.ts'
import { useAppText } from './surroundings.ts'

/** What stands at an address that is none of ours. */
export function UnknownPage() {
  const text = useAppText().unknownPage
  return (
    <div class="page narrow">
      <PageHeading title={text.title} />
      <p class="lead">{text.lead}</p>
      <p>
        <a class="button" href={linkTo({ name: 'dashboard' })}>
          {text.back}
        </a>
      </p>
    </div>
  )
}

/** What stands where there is nothing, or nothing for this reader: the two look the same on purpose. */
export function NotFoundPage() {
  const text = useAppText()
  return (
    <div class="page narrow">
      <PageHeading title={text.notFound.title} />
      <p class="lead">{text.notFound.lead}</p>
      <p>
        <a class="button" href={linkTo({ name: 'contractors', q: '' })}>
          {text.dashboard.emptyAction}
        </a>
      </p>
    </div>
  )
}

interface FailedPageProps {
  failure: FailureCode
  onRetry: () => void
}

/** What stands where a page could not be loaded. */
export function FailedPage({ failure, onRetry }: FailedPageProps) {
  const text = useAppText()
  return (
    <div class="page narrow">
      <PageHeading title={text.loadFailed} />
      <FailureNotice failure={failure} onRetry={onRetry} />
    </div>
  )
}

interface FailureNoticeProps {
  failure: FailureCode
  onRetry?: (() => void) | undefined
}

/** Says why something did not work, and offers to try again where that can help. */
export function FailureNotice({ failure, onRetry }: FailureNoticeProps) {
  const text = useText()
  return (
    <Notice>
      <p>{text.failure[failure]}</p>
      {onRetry && <Button onClick={onRetry}>{text.tryAgain}</Button>}
    </Notice>
  )
}
