import type { ComponentChildren } from 'preact'
import { useText } from '../ui/language.ts'
import { Late, Skeleton } from '../ui/skeleton.tsx'
import { FailedPage, FailureNotice, NotFoundPage } from './plain-pages.tsx'
import type { Answer } from './use-answer.ts'

interface AnsweredProps<Value> {
  answer: Answer<Value>
  children: (value: Value) => ComponentChildren
}

/** A whole page that stands on one answer: waiting for it, without it, or with it. */
export function Answered<Value>({ answer, children }: AnsweredProps<Value>) {
  const { value, failure } = answer
  if (value !== undefined) {
    return (
      <>
        {failure && failure !== 'not-found' && <FailureNotice failure={failure} onRetry={answer.ask} />}
        {failure === 'not-found' ? <NotFoundPage /> : children(value)}
      </>
    )
  }
  if (failure === 'not-found' || failure === 'invalid') return <NotFoundPage />
  if (failure) return <FailedPage failure={failure} onRetry={answer.ask} />
  return (
    <Late>
      <PageOnItsWay />
    </Late>
  )
}

/** A part of a page that stands on an answer of its own: without it the rest of the page is there all the same. */
export function AnsweredPart<Value>({ answer, children }: AnsweredProps<Value>) {
  const { value, failure } = answer
  return (
    <>
      {failure && <FailureNotice failure={failure} onRetry={answer.ask} />}
      {value !== undefined && children(value)}
      {value === undefined && !failure && (
        <Late>
          <PartOnItsWay />
        </Late>
      )}
    </>
  )
}

function PartOnItsWay() {
  const text = useText()
  return (
    <div role="status" class="on-its-way">
      <span class="unseen">{text.loading}</span>
      <Skeleton height="80px" />
    </div>
  )
}

function PageOnItsWay() {
  const text = useText()
  return (
    <div class="page" role="status">
      <span class="unseen">{text.loading}</span>
      <Skeleton width="min(24rem, 70%)" height="26px" />
      <Skeleton width="min(14rem, 50%)" />
      <Skeleton height="120px" />
    </div>
  )
}
