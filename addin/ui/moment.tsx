import { fullMoment, shortMoment } from '../text/moment.ts'
import { useLanguage } from './language.ts'

type MomentProps = { at: string; class?: string }

/** A moment in short, with the full one as its tip. */
export function Moment({ at, class: look }: MomentProps) {
  const language = useLanguage()
  const moment = new Date(at)
  return (
    <time class={look} dateTime={at} title={fullMoment(language, moment)}>
      {shortMoment(language, moment)}
    </time>
  )
}
