import { Briefcase } from 'lucide'
import { useState } from 'preact/hooks'
import type { CaseFile } from '../../shared/case-file.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.ts'
import { Moment } from '../ui/moment.tsx'
import { PageLink } from '../ui/page-link.tsx'

const FIRST = 3

type OpenCasesProps = { cases: CaseFile[] }

/** The contractor's open cases, newest first. */
export function OpenCases({ cases }: OpenCasesProps) {
  const text = useText()
  const [all, setAll] = useState(false)
  if (cases.length === 0) return null
  const shown = all || cases.length === FIRST + 1 ? cases : cases.slice(0, FIRST)
  return (
    <section class="part" aria-labelledby="open-cases">
      <h3 id="open-cases">
        {text.cases.heading} <span class="count">{cases.length}</span>
      </h3>
      <ul class="cases">
        {shown.map(({ id, reference, title, openedAt }) => (
          <li key={id} class="case-line">
            <PageLink path={`/#/cases/${id}`} class="case" title={title}>
              <Icon shape={Briefcase} />
              <span class="reference">{reference}</span>
              <span class="title cut">{title}</span>
            </PageLink>
            <span class="small faint">
              {text.cases.since} <Moment at={openedAt} />
            </span>
          </li>
        ))}
      </ul>
      {shown.length < cases.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {text.cases.all(cases.length)}
        </Button>
      )}
    </section>
  )
}
