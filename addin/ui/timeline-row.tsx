import { Paperclip } from 'lucide'
import type { ComponentChildren } from 'preact'
import type { CaseChip, ItemRow } from '../../shared/item.ts'
import { CaseTag } from './chip.tsx'
import { useKindWord } from './document-types.ts'
import { Icon } from './icon.tsx'
import { KindIcon } from './kind-icon.tsx'
import { useText } from './language.ts'
import { Marked } from './marked.tsx'
import { Moment, type MomentLook } from './moment.tsx'
import { PageLink } from './page-link.tsx'

const MOST_TAGS = 2

type TimelineRowProps = {
  item: ItemRow
  /** True for a row that came while the reader was looking. */
  arrived?: boolean
  /** True where rows of several files stand together. */
  withContractor?: boolean
  /** How its moment is told: to the minute where it is still to come, or as a day. */
  look?: MomentLook
  /** What stands before the row, as a box to tick it. */
  children?: ComponentChildren
}

/** One row of a timeline, as a list entry: what it is, when, from whom, in which cases. The whole row leads to its page. */
export function TimelineRow({ item, arrived, withContractor, look = 'short', children }: TimelineRowProps) {
  const text = useText()
  const wordOf = useKindWord()
  const words = item.found?.text ?? item.snippet
  // A contractor who is one person is not named twice.
  const isPerson = item.who === item.contractorName
  const place = withContractor && item.contractorName && !isPerson ? [item.contractorName] : []
  const parts = [
    ...place,
    ...(item.who ? [<Marked key="who" text={item.who} spans={item.found?.who ?? []} />] : []),
    ...(words ? [<Marked key="words" text={words} spans={item.found?.marks ?? []} />] : []),
  ]
  const isBare = parts.length === 0 && item.cases.length === 0
  return (
    <li class={arrived ? 'timeline-row arrived' : 'timeline-row'} data-item={item.id}>
      {children}
      <KindIcon kind={item.kind} />
      <div>
        <div class="top">
          <PageLink path={`/#/items/${item.id}`} class="title cut" title={item.title}>
            {item.title ? <Marked text={item.title} spans={item.found?.title ?? []} /> : wordOf(item.kind)}
          </PageLink>
          <Moment at={item.occurredAt} look={look} class="small faint" />
        </div>
        <div class="second">
          <span class={item.found?.text || isBare ? 'snippet' : 'snippet cut'}>
            {parts.map((part, index) => (
              <>
                {index > 0 && ' · '}
                {part}
              </>
            ))}
            {isBare && <MadeFrom item={item} />}
          </span>
          {item.hasAttachment && (
            <span title={text.timeline.attachment}>
              <Icon shape={Paperclip} />
              <span class="unseen">{text.timeline.attachment}</span>
            </span>
          )}
          <Cases cases={item.cases} />
        </div>
        {!isBare && <MadeFrom item={item} />}
      </div>
    </li>
  )
}

/** The mail of which it was made: a link of its own, below what the row says or, where it says nothing, in its place. */
function MadeFrom({ item: { madeFrom } }: Pick<TimelineRowProps, 'item'>) {
  const text = useText()
  const wordOf = useKindWord()
  if (!madeFrom) return null
  return (
    <span class="second from">
      <span>{text.timeline.madeFrom}</span>
      <PageLink path={`/#/items/${madeFrom.id}`} class="cut" title={madeFrom.title}>
        {madeFrom.title || wordOf('mail-in')}
      </PageLink>
    </span>
  )
}

type CasesProps = { cases: CaseChip[] }

/** Two cases, in a narrow column one, stand for all; the references of the others stay at hand. */
function Cases({ cases }: CasesProps) {
  if (cases.length === 0) return null
  const all = cases.map(({ reference }) => reference).join(', ')
  return (
    <span class="tags">
      {cases.slice(0, MOST_TAGS).map(chip => (
        <CaseTag key={chip.id} case={chip} />
      ))}
      <More look="narrow" number={cases.length - 1} title={all} />
      <More look="wide" number={cases.length - MOST_TAGS} title={all} />
    </span>
  )
}

type MoreProps = { look: 'narrow' | 'wide'; number: number; title: string }

function More({ look, number, title }: MoreProps) {
  if (number <= 0) return null
  return (
    <span class={`more ${look}`} title={title}>
      +{number}
    </span>
  )
}
