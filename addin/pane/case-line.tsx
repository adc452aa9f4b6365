import { Briefcase, Ellipsis } from 'lucide'
import { useState } from 'preact/hooks'
import type { CaseFile } from '../../shared/case-file.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.ts'
import { Moment } from '../ui/moment.tsx'
import { PageLink } from '../ui/page-link.tsx'
import { CaseActs } from './later-case-acts.ts'

type CaseLineProps = { caseFile: CaseFile; onDone: () => Promise<void> }

/** One case of a list, and what can be done with it once that is wanted. */
export function CaseLine({ caseFile, onDone }: CaseLineProps) {
  const text = useText().cases
  const [isOpen, setIsOpen] = useState(false)
  const { id, reference, title, openedAt, closedAt } = caseFile
  const acts = text.acts(reference)
  return (
    <li>
      <div class="case-line">
        <PageLink path={`/#/cases/${id}`} class="case" title={title}>
          <Icon shape={Briefcase} />
          <span class="reference">{reference}</span>
          <span class="title cut">{title}</span>
        </PageLink>
        <span class={closedAt ? 'small faint' : 'small faint since'}>
          {!closedAt && text.since} <Moment at={closedAt ?? openedAt} />
        </span>
        <Button
          look="bare"
          icon={Ellipsis}
          aria-label={acts}
          title={acts}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        />
      </div>
      {isOpen && <CaseActs caseFile={caseFile} onDone={onDone} />}
    </li>
  )
}
