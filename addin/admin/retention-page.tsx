import { readRetention } from '../../shared/retention.ts'
import { call } from '../api/call.ts'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { LegalHolds } from './legal-holds.tsx'
import { RetentionForm } from './retention-form.tsx'
import { SettingsFrame } from './settings-frame.tsx'
import './contractor-import.css'
import '../file/entry-list.css'
import './retention.css'

/** How long each kind is kept, and what is held whatever its age. */
export function RetentionPage() {
  const text = useAdminText().retention
  const { host } = useSurroundings()
  return (
    <SettingsFrame name="retention" question={() => call(host, readRetention)} title={text.title} lead={text.lead}>
      {(known, { put }) => (
        <>
          <RetentionForm key={JSON.stringify(known)} retention={known} onSaved={put} />
          <LegalHolds />
        </>
      )}
    </SettingsFrame>
  )
}
