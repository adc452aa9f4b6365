import { readFirstRun } from '../../shared/first-run.ts'
import { call } from '../api/call.ts'
import { Answered } from '../app/answered.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import { useSurroundings, useWords } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { rollOutText } from '../text/roll-out.ts'
import { AddressWarning } from './address-warning.tsx'
import { AdminOnly } from './admin-only.tsx'
import { CopiedText } from './copied-text.tsx'
import { RollOutMicrosoft } from './roll-out-microsoft.tsx'
import { RollOutOutlook } from './roll-out-outlook.tsx'
import { RollOutThunderbird } from './roll-out-thunderbird.tsx'
import '../file/file.css'
import './roll-out.css'

/** What an administrator needs to bring the add-ins to everybody: files, steps and commands, ready to copy. */
export function RollOutPage() {
  return (
    <AdminOnly>
      <RollOut />
    </AdminOnly>
  )
}

function RollOut() {
  const text = useWords(rollOutText).rollOut
  const { host } = useSurroundings()
  const known = useAnswer('first run', () => call(host, readFirstRun))
  return (
    <Answered answer={known}>
      {({ publicUrl }) => (
        <div class="page roll-out-page">
          <div class="page-top">
            <div>
              <PageHeading title={text.title} />
              <p class="faint">{text.lead}</p>
            </div>
          </div>
          {publicUrl ? (
            <>
              <CopiedText label={text.address} words={publicUrl} />
              <RollOutOutlook publicUrl={publicUrl} />
              <RollOutThunderbird publicUrl={publicUrl} />
            </>
          ) : (
            <>
              <AddressWarning publicUrl={publicUrl} />
              <p>{text.noAddress}</p>
            </>
          )}
          <RollOutMicrosoft />
        </div>
      )}
    </Answered>
  )
}
