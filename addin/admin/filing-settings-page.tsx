import { listOwnAddresses } from '../../shared/own-address.ts'
import { readReferenceSettings } from '../../shared/reference-setting.ts'
import { readFilingSettings } from '../../shared/setting.ts'
import { call } from '../api/call.ts'
import { Answered } from '../app/answered.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { AdminOnly } from './admin-only.tsx'
import { FreeMailForm } from './free-mail-form.tsx'
import { OwnAddresses } from './own-addresses.tsx'
import { ReferencePart } from './reference-part.tsx'
import { ThresholdForm } from './threshold-form.tsx'
import { TrustForm } from './trust-form.tsx'
import '../file/file.css'
import './filing-settings.css'

/** What the company has settled for filing by itself: whose word counts, from when likelihood files, what is ours, what is everybody's. */
export function FilingSettingsPage() {
  return (
    <AdminOnly>
      <FilingSettings />
    </AdminOnly>
  )
}

function FilingSettings() {
  const text = useAdminText().filingSettings
  const { host } = useSurroundings()
  const known = useAnswer('filing settings', async () => {
    const [settings, own, references] = await Promise.all([
      call(host, readFilingSettings),
      call(host, listOwnAddresses),
      call(host, readReferenceSettings),
    ])
    return { settings, own: own.items, references }
  })
  return (
    <Answered answer={known}>
      {({ settings, own, references }) => {
        const onSaved = (changed: typeof settings) => known.put({ settings: changed, own, references })
        return (
          <div class="page narrow settings-page">
            <div class="page-top">
              <div>
                <PageHeading title={text.title} />
                <p class="lead">{text.lead}</p>
              </div>
            </div>
            <TrustForm settings={settings} onSaved={onSaved} />
            <ThresholdForm settings={settings} onSaved={onSaved} />
            <ReferencePart
              settings={references}
              onSaved={changed => known.put({ settings, own, references: changed })}
            />
            <OwnAddresses items={own} onChanged={known.ask} />
            <FreeMailForm settings={settings} onSaved={onSaved} />
          </div>
        )
      }}
    </Answered>
  )
}
