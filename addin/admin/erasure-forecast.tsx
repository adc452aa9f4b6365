import type { ErasurePreview } from '../../shared/erasure.ts'
import { caseLink, contractorLink } from '../app/page-link.ts'
import { useAdminText } from '../app/surroundings.ts'

/** What an erasure would take and what would stay, before it is done. */
export function ErasureForecast({ preview }: { preview: ErasurePreview }) {
  const text = useAdminText().personData
  const { mails, holds } = preview
  return (
    <div class="person-part" role="status">
      <div>
        <h4>{text.goes}</h4>
        <ul class="person-lines">
          <li>{text.goesMails(mails.erase, preview.documents)}</li>
          <li>{text.goesRecords(preview.people, preview.addressesInFiles)}</li>
          {preview.activities > 0 && <li>{text.redacted(preview.activities)}</li>}
          <li>{text.goesTexts}</li>
        </ul>
      </div>
      <div>
        <h4>{text.stays}</h4>
        <ul class="person-lines">
          {mails.hold > 0 && <li>{text.staysHold(mails.hold)}</li>}
          {mails.duty > 0 && <li>{text.staysDuty(mails.duty)}</li>}
          {mails.others > 0 && <li>{text.staysOthers(mails.others)}</li>}
          <li>{text.staysMentions}</li>
        </ul>
      </div>
      {holds.length > 0 && (
        <div>
          <h4>{text.holdsTitle}</h4>
          <ul class="person-lines">
            {holds.map((hold, n) => (
              <li key={hold.objectId ?? n}>
                {hold.objectId ? (
                  <a href={hold.objectType === 'case' ? caseLink(hold.objectId) : contractorLink(hold.objectId)}>
                    {hold.name}
                  </a>
                ) : (
                  text.hiddenFile
                )}
                {`: ${hold.reason}`}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
