import { ArrowRightLeft, CircleCheck, Paperclip, Unlink } from 'lucide'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { FiledMail, Lookup } from '../../shared/lookup.ts'
import type { Verdict } from '../../shared/teaching.ts'
import { Button } from '../ui/button.tsx'
import { CaseTag } from '../ui/chip.tsx'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.ts'
import { Moment } from '../ui/moment.tsx'
import { PageLink } from '../ui/page-link.tsx'
import { KeptAttachments, MoveForm } from './later-parts.ts'
import { TeachButtons } from './teach-buttons.tsx'
import { isTeachable } from './use-teach.ts'

type FiledEntryProps = {
  filed: FiledMail
  lookup: Lookup
  /** True when it lies in the file in view, whose name stands above already. */
  isShown: boolean
  onUnfile?: (place: string) => void
  /** Of whom *always* and *never* may be said. */
  sender: string | null
  onTeach: (verdict: Verdict, place: string) => void
  onDone: () => Promise<void>
}

/** One place where the message lies: by whom or what, when and why; and the ways to move it or take it out. */
export function FiledEntry(props: FiledEntryProps) {
  const { filed, lookup, isShown, onUnfile, onDone } = props
  const text = useText()
  const [moving, setMoving] = useState(false)
  const place = placeName(filed)
  const acts = useActsBack(moving)
  return (
    <article class="card filed" aria-label={text.filed.heading}>
      <Icon shape={CircleCheck} />
      <div class="stack">
        <Where filed={filed} isShown={isShown} />
        <Why filed={filed} />
        {filed.comment && <p class="comment">{filed.comment}</p>}
        <Attachments filed={filed} onChanged={onDone} />
        {moving && <MoveForm filed={filed} lookup={lookup} onCancel={() => setMoving(false)} onDone={onDone} />}
        <div ref={acts} class="actions" hidden={moving}>
          <Button
            look="quiet"
            icon={ArrowRightLeft}
            aria-label={text.filed.moveFrom(place)}
            onClick={() => setMoving(true)}
          >
            {text.filed.move}
          </Button>
          {onUnfile && (
            <Button
              look="quiet"
              icon={Unlink}
              aria-label={text.filed.unfileFrom(place)}
              onClick={() => onUnfile(place)}
            >
              {text.filed.unfile}
            </Button>
          )}
        </div>
        {isTeachable(filed) && !moving && (
          <TeachButtons
            place={place}
            contractor={filed.contractorName ?? ''}
            sender={props.sender}
            onTeach={verdict => props.onTeach(verdict, place)}
          />
        )}
      </div>
    </article>
  )
}

/** Brings the focus back to the acts when the form in their place is closed. */
function useActsBack(moving: boolean) {
  const acts = useRef<HTMLDivElement>(null)
  const wasMoving = useRef(false)
  useLayoutEffect(() => {
    if (wasMoving.current && !moving) acts.current?.querySelector('button')?.focus()
    wasMoving.current = moving
  }, [moving])
  return acts
}

type WhereProps = Pick<FiledEntryProps, 'filed' | 'isShown'>

function Where({ filed: { contractorId, contractorName, caseId, caseReference, caseTitle }, isShown }: WhereProps) {
  const text = useText()
  const title = caseTitle ?? ''
  return (
    <>
      <p class="where">
        <strong>{text.filed.heading}</strong>
        {caseId && caseReference && <CaseTag case={{ id: caseId, reference: caseReference, title }} />}
        <span class="case-name cut">{caseId ? title : text.filed.file}</span>
      </p>
      {contractorId && !isShown && (
        <p>
          <PageLink path={`/#/contractors/${contractorId}`}>{contractorName}</PageLink>
        </p>
      )}
    </>
  )
}

type WhyProps = Pick<FiledEntryProps, 'filed'>

function Why({ filed: { by, at, method, evidence, caseReference } }: WhyProps) {
  const text = useText()
  const proof = method === 'thread' ? (caseReference ?? '') : evidence
  return (
    <p class="small faint">
      {by ?? text.filed.automatically}, <Moment at={at} />, {text.method[method](proof)}
    </p>
  )
}

type AttachmentsProps = { filed: FiledMail; onChanged: () => Promise<void> }

/** Of how many attachments the file has a document; opened, they are chosen otherwise. */
function Attachments({ filed: { itemId, attachments }, onChanged }: AttachmentsProps) {
  const text = useText()
  const [wasOpened, setWasOpened] = useState(false)
  if (!attachments) return null
  return (
    <details class="kept" onToggle={() => setWasOpened(true)}>
      <summary class="small faint">
        <Icon shape={Paperclip} />
        {text.filed.attachments(attachments.kept, attachments.all)}
      </summary>
      {wasOpened && <KeptAttachments itemId={itemId} onChanged={onChanged} />}
    </details>
  )
}

function placeName({ contractorName, caseReference }: FiledMail): string {
  return [contractorName, caseReference].filter(Boolean).join(' · ')
}
