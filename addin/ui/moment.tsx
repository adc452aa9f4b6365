import type { Language } from '../text/language.ts'
import { exactMoment, fullMoment, longDay, nearDay, shortMoment } from '../text/moment.ts'
import { useLanguage } from './language.ts'

type MomentProps = {
  at: string
  class?: string
  /** `exact` tells the minute on any day, for what is still to come, and in logs; `day` is for a day without an hour. */
  look?: MomentLook
}

export type MomentLook = 'short' | 'exact' | 'day'
type Format = (language: Language, moment: Date) => string

const looks: Record<MomentLook, { show: Format; tip: Format }> = {
  short: { show: shortMoment, tip: fullMoment },
  exact: { show: exactMoment, tip: fullMoment },
  day: { show: nearDay, tip: longDay },
}

/** A moment in short, with the full one as its tip. */
export function Moment({ at, class: className, look = 'short' }: MomentProps) {
  const language = useLanguage()
  const { show, tip } = looks[look]
  // A bare day would be taken for midnight in Greenwich.
  const moment = new Date(look === 'day' ? `${at}T00:00:00` : at)
  return (
    <time class={className} dateTime={at} title={tip(language, moment)}>
      {show(language, moment)}
    </time>
  )
}
