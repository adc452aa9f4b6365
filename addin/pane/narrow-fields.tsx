import { useEffect, useRef } from 'preact/hooks'
import { explainPlace, type Seer } from '../../shared/sharing.ts'
import { readMe } from '../../shared/user.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'
import { useBesideText } from './beside-text.ts'
import { useHost } from './host-context.ts'
import { useAsked } from './use-asked.ts'

/** As many as an address may name. */
const MOST = 100

type NarrowFieldsProps = {
  contractorId: string
  caseId: string | null
  /** The user himself and who was ticked so far; nobody until the list is there, and then nothing may be filed. */
  viewers: string[]
  onViewers: (viewers: string[]) => void
  onCancel: () => void
  /** Given where it is no mail that is filed: what is said of that does not hold. */
  isAdded?: boolean
  /** Given where nobody has just asked for the list. */
  leavesFocus?: boolean
}

/** Who alone shall see what is filed: the user, and those of the place's people whom he ticks. */
export function NarrowFields({
  contractorId,
  caseId,
  viewers,
  onViewers,
  onCancel,
  isAdded,
  leavesFocus,
}: NarrowFieldsProps) {
  const host = useHost()
  const words = useText()
  const text = useBesideText().narrow
  const box = useRef<HTMLFieldSetElement>(null)

  const about = [host, contractorId, caseId]
  const { value: circle, failure, ask } = useAsked(() => circleOf(host, contractorId, caseId), about)
  // A circle of nobody is left out of the address, and then the place would decide.
  const isNobody = viewers.length === 0
  useEffect(() => {
    if (circle && isNobody) onViewers([circle.me])
  }, [circle, isNobody])
  // The button that opened the list is gone, and whoever works by keyboard goes on here.
  useEffect(() => {
    if (!leavesFocus) box.current?.querySelector<HTMLElement>('input, button')?.focus()
  }, [circle, failure])

  const toggle = (id: string) =>
    onViewers(viewers.includes(id) ? viewers.filter(one => one !== id) : [...viewers, id].slice(0, MOST))
  return (
    <fieldset class="carried narrow" ref={box}>
      <legend>{text.heading}</legend>
      <p class="small faint">{isAdded ? text.leadOfAdded : text.lead}</p>
      {!circle && !failure && (
        <Late>
          <SkeletonRows rows={2} />
        </Late>
      )}
      {failure && (
        <Notice>
          <p>{words.failure[failure]}</p>
          <Button onClick={ask}>{words.tryAgain}</Button>
        </Notice>
      )}
      <ul>
        {circle?.others.map(({ id, name }) => (
          <li key={id}>
            <label class="check">
              <input type="checkbox" checked={viewers.includes(id)} onChange={() => toggle(id)} />
              <span class="cut">{name}</span>
            </label>
          </li>
        ))}
      </ul>
      <Button look="quiet" class="start" onClick={onCancel}>
        {text.cancel}
      </Button>
    </fieldset>
  )
}

interface Circle {
  me: string
  others: Seer[]
}

/** Who would see it there, and apart from them the one who asks: he sees it in any case. */
async function circleOf(host: MailHost, contractorId: string, caseId: string | null): Promise<Circle> {
  const querystring = caseId ? { caseId } : {}
  const [{ items }, me] = await Promise.all([
    call(host, explainPlace, { params: { contractorId }, querystring }),
    call(host, readMe),
  ])
  return { me: me.id, others: items.filter(({ id }) => id !== me.id) }
}
