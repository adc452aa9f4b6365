import { PageHeading } from '../app/page-heading.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { AccessSettingsPart } from './access-settings-part.tsx'
import { OpeningsPart } from './openings-part.tsx'
import { ViewAsPart } from './view-as-part.tsx'
import '../file/access.css'
import '../file/file.css'
import './access-page.css'

/** Everything about access that is nobody's file: settings, checks and emergency openings. Who is no administrator sees the openings of what is his. */
export function AccessPage() {
  const text = useAdminText().accessPage
  const { me } = useSurroundings()
  return (
    <div class="page access-page">
      <div class="page-top">
        <div>
          <PageHeading title={me.isAdmin ? text.title : text.openings} />
          <p class="faint">{me.isAdmin ? text.lead : text.openingsLead}</p>
        </div>
      </div>
      {me.isAdmin && (
        <>
          <AccessSettingsPart />
          <ViewAsPart />
        </>
      )}
      <OpeningsPart />
    </div>
  )
}
