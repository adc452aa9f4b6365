import { exactMoment, fullMoment, shortMoment } from '../text/moment.ts'
import { useLanguage } from './language.ts'

type MomentProps = {
  at: string
  class?: string
  /** `exact` tells the minute on any day, for what is still to come, and in logs. */
  look?: 'short' | 'exact'
}

/** A moment in short, with the full one as its tip. */
export function Moment({ at, class: className, look = 'short' }: MomentProps) {
  const language = useLanguage()
  const moment = new Date(at)
  return (
    <time class={className} dateTime={at} title={fullMoment(language, moment)}>
      {(look === 'exact' ? exactMoment : shortMoment)(language, moment)}
    </time>
  )
}
