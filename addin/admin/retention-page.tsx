import { readRetention } from '../../shared/retention.ts'
import { call } from '../api/call.ts'
import { Answered } from '../app/answered.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { AdminOnly } from './admin-only.tsx'
import { LegalHolds } from './legal-holds.tsx'
import { RetentionForm } from './retention-form.tsx'
import '../file/file.css'
import './contractor-import.css'
import './document-types.css'
import './filing-settings.css'
import './retention.css'

/** How long each kind is kept, and what is held whatever its age. */
export function RetentionPage() {
  return (
    <AdminOnly>
      <Keeping />
    </AdminOnly>
  )
}

function Keeping() {
  const text = useAdminText().retention
  const { host } = useSurroundings()
  const retention = useAnswer('retention', () => call(host, readRetention))
  return (
    <Answered answer={retention}>
      {known => (
        <div class="page narrow settings-page">
          <div class="page-top">
            <div>
              <PageHeading title={text.title} />
              <p class="lead">{text.lead}</p>
            </div>
          </div>
          <RetentionForm key={JSON.stringify(known)} retention={known} onSaved={retention.put} />
          <LegalHolds />
        </div>
      )}
    </Answered>
  )
}
