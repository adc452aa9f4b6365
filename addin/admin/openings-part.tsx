import { Siren } from 'lucide'
import { useState } from 'preact/hooks'
import { type BreakGlass, endBreakGlass, listBreakGlass } from '../../shared/access-check.ts'
import { call } from '../api/call.ts'
import { AnsweredPart } from '../app/answered.tsx'
import { caseLink, contractorLink, linkTo } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { useLive } from '../app/use-live.ts'
import { shortMoment } from '../text/moment.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.ts'
import { Moment } from '../ui/moment.tsx'
import { useToast } from '../ui/toast.tsx'
import { BreakGlassDialog } from './break-glass-dialog.tsx'

/** Emergency openings: an administrator's own, and those of what the reader looks after. */
export function OpeningsPart() {
  const text = useAdminText().accessPage
  const { host, me } = useSurroundings()
  const toast = useToast()
  const openings = useAnswer('openings', () => call(host, listBreakGlass))
  const [isOpening, setIsOpening] = useState(false)
  useLive(({ type }) => type === 'notification', openings.ask)

  return (
    <section class="section" aria-labelledby="openings">
      {/* To who is no administrator the page's own heading says it already. */}
      <h2 id="openings" class={me.isAdmin ? undefined : 'unseen'}>
        {text.glass}
      </h2>
      {me.isAdmin && (
        <>
          <p class="faint">{text.glassLead}</p>
          <div class="buttons">
            <Button icon={Siren} onClick={() => setIsOpening(true)}>
              {text.glassOpen}
            </Button>
          </div>
        </>
      )}
      <AnsweredPart answer={openings}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="faint">{text.noOpenings}</p>
          ) : (
            <Openings openings={items} onEnded={openings.ask} />
          )
        }
      </AnsweredPart>
      {isOpening && (
        <BreakGlassDialog
          onClose={() => setIsOpening(false)}
          onOpened={() => {
            setIsOpening(false)
            openings.ask()
            toast({ message: text.opened })
          }}
        />
      )}
    </section>
  )
}

interface OpeningsProps {
  openings: BreakGlass[]
  onEnded: () => void
}

function Openings({ openings, onEnded }: OpeningsProps) {
  const text = useAdminText().accessPage
  return (
    <table class="table openings">
      <caption class="unseen">{text.openings}</caption>
      <thead>
        <tr>
          <th scope="col">{text.who}</th>
          <th scope="col">{text.what}</th>
          <th scope="col">{text.reason}</th>
          <th scope="col">{text.state}</th>
        </tr>
      </thead>
      <tbody>
        {openings.map(opening => (
          <OpeningRow key={opening.id} opening={opening} onEnded={onEnded} />
        ))}
      </tbody>
    </table>
  )
}

function OpeningRow({ opening, onEnded }: { opening: BreakGlass; onEnded: () => void }) {
  const text = useAdminText().accessPage
  const { host } = useSurroundings()
  const language = useLanguage()
  const toast = useToast()
  const deed = useDeed(async () => {
    await call(host, endBreakGlass, { params: { breakGlassId: opening.id } })
    toast({ message: text.ended })
    onEnded()
  })
  const at = (moment: string) => shortMoment(language, new Date(moment))
  return (
    <tr>
      <th scope="row">
        {opening.userName}
        <span class="small faint cut">
          <Moment at={opening.openedAt} />
        </span>
      </th>
      <td>
        <a href={linkOf(opening)}>{text.kinds[opening.objectType]}</a>
      </td>
      <td>{opening.reason}</td>
      <td>
        {opening.closedAt ? text.closed(at(opening.closedAt)) : text.until(at(opening.expiresAt))}
        {!opening.closedAt && (
          <Button look="quiet" busy={deed.isBusy} onClick={deed.run}>
            {text.end}
          </Button>
        )}
        {deed.failure && <FailureNotice failure={deed.failure} />}
      </td>
    </tr>
  )
}

function linkOf({ objectType, objectId }: BreakGlass): string {
  if (objectType === 'item') return linkTo({ name: 'item', itemId: objectId })
  return objectType === 'case' ? caseLink(objectId) : contractorLink(objectId)
}
