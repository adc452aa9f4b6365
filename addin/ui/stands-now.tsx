import { useLanguage } from './language.ts'
import { Notice } from './notice.tsx'

const headings = { pl: 'Teraz jest tu:', en: 'Here is now:' }

interface StandsNowProps {
  /** What each field is called and what stands in it. */
  fields: [name: string, text: string][]
}

/** Shows beside a form what a colleague has written there meanwhile. */
export function StandsNow({ fields }: StandsNowProps) {
  const language = useLanguage()
  if (fields.length === 0) return null
  return (
    <Notice look="calm" heading={headings[language]}>
      <dl class="stands-now">
        {fields.map(([name, text]) => (
          <div key={name}>
            <dt class="small faint">{name}</dt>
            <dd>{text || '–'}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  )
}
