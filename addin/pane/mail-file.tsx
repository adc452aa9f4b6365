import { useId, useMemo, useRef, useState } from 'preact/hooks'
import type { Match } from '../../shared/lookup.ts'
import type { FailureCode } from '../api/api-error.ts'
import type { Draft, OpenMessage } from '../host/mail-host.ts'
import type { Text } from '../text/pl.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { useParts } from '../ui/later.tsx'
import { Notice } from '../ui/notice.tsx'
import { begunBefore } from './begun.ts'
import { Filing } from './filing.tsx'
import { useHost } from './host-context.ts'
import { isSameDraft } from './is-same-draft.ts'
import {
  ContractorSearch,
  ContractorTasks,
  DraftCase,
  DraftDocuments,
  DraftTemplates,
  DraftWatch,
  DroppedFiles,
  FileLater,
  MadeActivities,
  partsOfDraft,
  partsOfMail,
  QuickAdd,
  SweepOffer,
  Upcoming,
} from './later-parts.ts'
import { Loading } from './loading.tsx'
import { OpenCases } from './open-cases.tsx'
import { mayWait } from './queue-filing.ts'
import { Timeline } from './timeline.tsx'
import { UnknownPeople } from './unknown-people.tsx'
import { type LookupState, type Shown, useLookup } from './use-lookup.ts'
import { useMark } from './use-mark.ts'
import type { Swept } from './use-sweep.ts'
import { isTabbed, Who } from './who.tsx'

type MailFileProps = {
  message: OpenMessage
  /** Given while the mail is still being written. */
  draft?: Draft
}

/** The file beside one message. The file of the message before stays, dimmed and out of reach, until this one is there. */
export function MailFile({ message, draft }: MailFileProps) {
  const host = useHost()
  const state = useLookup(host, message)
  const isDraft = draft !== undefined
  const isThere = useParts(
    useMemo(() => (isDraft ? partsOfDraft : [...partsOfMail, begunBefore(host)]), [host, isDraft]),
  )
  const { shown, failure, refresh } = state
  const current = shown?.message === message
  // Who types a subject, or has it filled in, goes on working with what is there.
  const isUsable = shown !== null && (current || isSameDraft(shown.message, message))
  useMark(current ? shown : null)
  if (failure && !current) return <NotLoaded message={message} failure={failure} onTryAgain={refresh} />
  if (!shown || !isThere) return <Loading />
  return (
    <div class={isUsable ? 'file' : 'file stale'} inert={!isUsable} aria-busy={!current}>
      {failure && <Outdated failure={failure} />}
      <Content key={keyOf(shown.message, draft)} shown={shown} state={state} {...(draft && { draft })} />
    </div>
  )
}

type ContentProps = { shown: Shown; state: LookupState; draft?: Draft }

/** What was typed belongs to one message; a draft stays the same while its recipients change. */
function keyOf(message: OpenMessage, draft: Draft | undefined): string {
  return draft ? `draft ${draft.id}` : JSON.stringify(message)
}

function Content({ shown: { message, choice, lookup }, state: { choose, refresh }, draft }: ContentProps) {
  const text = useText()
  const host = useHost()
  const panelId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const [swept, setSwept] = useState<Swept | null>(null)
  const candidates = candidatesOf(lookup.contractors, choice)
  const contractor = candidates.find(({ id }) => id === choice?.id) ?? candidates[0] ?? null
  return (
    <>
      <Who
        contractors={candidates}
        contractor={contractor}
        timeline={lookup.timeline}
        nobody={nobodyOf(text, { message, lookup }, draft)}
        panelId={panelId}
        headingRef={heading}
        onChoose={choose}
      />
      <div id={panelId} {...(isTabbed(candidates) && { role: 'tabpanel' as const, 'aria-label': contractor?.name })}>
        <UnknownPeople
          unknown={lookup.unknown}
          contractors={lookup.contractors}
          message={draft ? null : message}
          known={contractor !== null}
          onChoose={choose}
          onAdded={refresh}
          onAddresses={setSwept}
          onGone={() => heading.current?.focus()}
        />
        {swept && (
          <div class="part">
            <SweepOffer
              key={JSON.stringify(swept)}
              host={host}
              swept={swept}
              onFiled={() => void refresh()}
              onClose={() => setSwept(null)}
            />
          </div>
        )}
        {draft ? (
          <>
            {host.draft?.keep && <DraftWatch draft={draft} ours={lookup.ours} contractors={lookup.contractors} />}
            <DraftCase key={contractor?.id ?? ''} draft={draft} contractor={contractor} lookup={lookup} />
            <DraftTemplates
              draft={draft}
              contractor={candidates.length === 1 || choice ? contractor : null}
              cases={lookup.openCases}
            />
            {contractor && host.draft?.attach && (
              <DraftDocuments
                key={`${contractor.id} ${draft.meant?.caseId}`}
                contractorId={contractor.id}
                caseId={draft.meant?.caseId ?? null}
              />
            )}
          </>
        ) : (
          <>
            <Filing
              key={contractor?.id ?? ''}
              message={message}
              contractor={contractor}
              lookup={lookup}
              onDone={refresh}
              onSwept={setSwept}
            />
            <MadeActivities rows={lookup.activities} mailId={lookup.filed[0]?.itemId ?? null} />
          </>
        )}
        {!contractor && (
          <div class="part">
            <ContractorSearch label={text.who.pick} onPick={({ id, name }) => choose({ id, name })} />
          </div>
        )}
        {contractor && (
          <>
            <OpenCases
              key={`cases ${contractor.id}`}
              contractorId={contractor.id}
              cases={lookup.openCases}
              onDone={refresh}
            />
            <ContractorTasks key={`tasks ${contractor.id}`} contractorId={contractor.id} lookup={lookup} />
            {!draft && (
              <QuickAdd
                key={`quick ${contractor.id}`}
                message={message}
                contractor={contractor}
                lookup={lookup}
                onDone={refresh}
              />
            )}
          </>
        )}
        {!draft && <DroppedFiles contractor={contractor} onFiled={() => void refresh()} />}
        {contractor && <Upcoming contractorId={contractor.id} lookup={lookup} />}
        {contractor && <Timeline key={contractor.id} contractorId={contractor.id} fresh={lookup.timeline} />}
      </div>
    </>
  )
}

/** A mail among colleagues is no mystery, and a draft is not from anybody yet. */
function nobodyOf(text: Text, { message, lookup }: Pick<Shown, 'message' | 'lookup'>, draft: Draft | undefined) {
  const people = [...message.from, ...(draft ? [...message.to, ...message.cc] : [])]
  const isInternal = lookup.unknown.length === 0 && people.length > 0
  if (isInternal) return { heading: text.who.internal, hint: text.who.internalHint }
  if (draft) return { heading: text.draft.nobody, hint: text.draft.nobodyHint }
  return { heading: text.who.nobody, hint: text.who.nobodyHint }
}

/** Everybody the mail may belong to, with the chosen contractor also when nobody in the mail belongs to him. */
function candidatesOf(contractors: Match[], choice: Shown['choice']): Match[] {
  if (!choice || contractors.some(({ id }) => id === choice.id)) return contractors
  return [...contractors, { ...choice, nip: null, city: null, via: 'filed', address: '', person: null }]
}

type FailureProps = { failure: FailureCode }

function Outdated({ failure }: FailureProps) {
  const text = useText()
  return (
    <div class="part">
      <Notice>
        {text.failure[failure]} {text.trouble.kept}
      </Notice>
    </div>
  )
}

type NotLoadedProps = FailureProps & { message: OpenMessage; onTryAgain: () => void }

function NotLoaded({ message, failure, onTryAgain }: NotLoadedProps) {
  const text = useText()
  const host = useHost()
  return (
    <div class="part">
      <Notice heading={text.trouble.heading}>
        <p>{text.failure[failure]}</p>
        <div class="actions">
          <Button onClick={onTryAgain}>{text.tryAgain}</Button>
          {/* What is still being written is no mail that could be handed in. */}
          {!message.draft && mayWait(host, failure) && <FileLater key={JSON.stringify(message)} message={message} />}
        </div>
      </Notice>
    </div>
  )
}
