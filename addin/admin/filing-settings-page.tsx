import { listOwnAddresses } from '../../shared/own-address.ts'
import { readReferenceSettings } from '../../shared/reference-setting.ts'
import { readFilingSettings } from '../../shared/setting.ts'
import { call } from '../api/call.ts'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { FreeMailForm } from './free-mail-form.tsx'
import { OwnAddresses } from './own-addresses.tsx'
import { ReferencePart } from './reference-part.tsx'
import { SettingsFrame } from './settings-frame.tsx'
import { ThresholdForm } from './threshold-form.tsx'
import { TrustForm } from './trust-form.tsx'

/** What the company has settled for filing by itself: whose word counts, from when likelihood files, what is ours, what is everybody's. */
export function FilingSettingsPage() {
  const text = useAdminText().filingSettings
  const { host } = useSurroundings()
  const question = async () => {
    const [settings, own, references] = await Promise.all([
      call(host, readFilingSettings),
      call(host, listOwnAddresses),
      call(host, readReferenceSettings),
    ])
    return { settings, own: own.items, references }
  }
  return (
    <SettingsFrame name="filing settings" question={question} title={text.title} lead={text.lead}>
      {(known, { put, ask }) => {
        const onSaved = (settings: typeof known.settings) => put({ ...known, settings })
        return (
          <>
            <TrustForm settings={known.settings} onSaved={onSaved} />
            <ThresholdForm settings={known.settings} onSaved={onSaved} />
            <ReferencePart settings={known.references} onSaved={references => put({ ...known, references })} />
            <OwnAddresses items={known.own} onChanged={ask} />
            <FreeMailForm settings={known.settings} onSaved={onSaved} />
          </>
        )
      }}
    </SettingsFrame>
  )
}
