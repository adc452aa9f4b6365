import { useEffect, useRef, useState } from 'preact/hooks'
import { explainPlace, type Seer } from '../../shared/sharing.ts'
import { readMe } from '../../shared/user.ts'
import { type FailureCode, failureOf } from '../api/api-error.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'
import { useBesideText } from './beside-text.ts'
import { useHost } from './host-context.ts'

/** As many as an address may name. */
const MOST = 100

type NarrowFieldsProps = {
  contractorId: string
  caseId: string | null
  /** Who was ticked so far. */
  viewers: string[]
  onViewers: (viewers: string[]) => void
  onCancel: () => void
}

/** Who alone shall see what is filed: the user, and those of the place's people whom he ticks. */
export function NarrowFields({ contractorId, caseId, viewers, onViewers, onCancel }: NarrowFieldsProps) {
  const host = useHost()
  const words = useText()
  const text = useBesideText().narrow
  const [answer, setAnswer] = useState<Seer[] | FailureCode | null>(null)
  const box = useRef<HTMLFieldSetElement>(null)

  useEffect(() => {
    let isCurrent = true
    othersIn(host, contractorId, caseId).then(
      others => isCurrent && setAnswer(others),
      (error: unknown) => isCurrent && setAnswer(failureOf(error)),
    )
    return () => {
      isCurrent = false
    }
  }, [host, contractorId, caseId])
  const isThere = Array.isArray(answer)
  // The button that opened the list is gone, and whoever works by keyboard goes on here.
  useEffect(() => {
    if (isThere) box.current?.querySelector<HTMLElement>('input, button')?.focus()
  }, [isThere])

  if (answer === null) {
    return (
      <Late>
        <SkeletonRows rows={2} />
      </Late>
    )
  }
  if (!Array.isArray(answer)) return <Notice>{words.failure[answer]}</Notice>
  const toggle = (id: string) =>
    onViewers(viewers.includes(id) ? viewers.filter(one => one !== id) : [...viewers, id].slice(0, MOST))
  return (
    <fieldset class="carried narrow" ref={box}>
      <legend>{text.heading}</legend>
      <p class="small faint">{text.lead}</p>
      <ul>
        {answer.map(({ id, name }) => (
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

/** Who would see it there, without the one who asks: he sees it in any case. */
async function othersIn(host: MailHost, contractorId: string, caseId: string | null): Promise<Seer[]> {
  const querystring = caseId ? { caseId } : {}
  const [{ items }, me] = await Promise.all([
    call(host, explainPlace, { params: { contractorId }, querystring }),
    call(host, readMe),
  ])
  return items.filter(({ id }) => id !== me.id)
}
