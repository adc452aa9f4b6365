import type { Seers } from '../../shared/sharing.ts'
import { shortMoment } from '../text/moment.ts'
import { useLanguage, useText } from './language.ts'

interface SeerListProps {
  seers: Seers
}

/** People by name, each with every reason why he sees it. */
export function SeerList({ seers: { items, total } }: SeerListProps) {
  const text = useText().seers
  const language = useLanguage()
  return (
    <>
      <ul class="seers" aria-label={text.list}>
        {items.map(({ id, name, reasons }) => (
          <li key={id}>
            <strong>{name}</strong>
            {reasons.map(reason => (
              <span key={JSON.stringify(reason)} class="small faint">
                {text.why(reason)}
                {reason.until && `, ${text.until(shortMoment(language, new Date(reason.until)))}`}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {total > items.length && <p class="small faint">{text.more(total, items.length)}</p>}
    </>
  )
}
