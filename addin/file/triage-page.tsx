import { useState } from 'preact/hooks'
import { PageHeading } from '../app/page-heading.tsx'
import { useAppText } from '../app/surroundings.ts'
import { currentVisit } from '../app/visit.ts'
import { Chips } from '../ui/chip.tsx'
import type { TriageView } from './group-acts.ts'
import { TriageGroups } from './triage-groups.tsx'
import './file.css'
import './triage.css'

/** Mail that waits for the reader's decision, and what was left out, with the reason; worked through by sender. */
export function TriagePage() {
  const { triage, triageWork: text } = useAppText()
  const [view, setView] = useState<TriageView>(() =>
    currentVisit().hash.endsWith('?view=left-out') ? 'left-out' : 'open',
  )
  const [by, setBy] = useState<'sender' | 'domain'>('sender')
  const views = [
    { value: 'open' as const, label: triage.open },
    { value: 'left-out' as const, label: triage.leftOut },
  ]
  const ways = [
    { value: 'sender' as const, label: text.bySender },
    { value: 'domain' as const, label: text.byDomain },
  ]
  return (
    <div class="page">
      <div class="page-top">
        <div>
          <PageHeading title={triage.title} />
          <p class="faint">{text.lead}</p>
        </div>
      </div>
      <div class="triage-choices">
        <Chips label={triage.view} options={views} value={view} onValue={setView} />
        <span class="triage-way">
          <span class="small faint" aria-hidden="true">
            {text.grouping}
          </span>
          <Chips label={text.grouping} options={ways} value={by} onValue={setBy} />
        </span>
      </div>
      <TriageGroups key={`${view} ${by}`} view={view} by={by} />
    </div>
  )
}
