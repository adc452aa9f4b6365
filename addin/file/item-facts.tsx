import type { Filed, Item } from '../../shared/item.ts'
import { isDocumentKind } from '../../shared/kind.ts'
import { explainItem } from '../../shared/sharing.ts'
import { call } from '../api/call.ts'
import { linkTo } from '../app/page-link.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { fullMoment } from '../text/moment.ts'
import { CaseTag } from '../ui/chip.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Moment } from '../ui/moment.tsx'
import { DocumentTypeChoice } from './document-type-choice.tsx'
import { Fact } from './facts.tsx'
import { FactsAside } from './facts-aside.tsx'
import { ItemTeaching } from './item-teaching.tsx'
import { momentsOf } from './moments-of.ts'
import { SeersButton } from './seers-button.tsx'
import { ViewerList } from './viewer-list.tsx'
import type { ViewersAnswer } from './viewers-answer.ts'

interface ItemFactsProps {
  item: Item
  viewers: ViewersAnswer
  onChanged: (item: Item) => void
  onTaught: () => void
  onGone: () => void
}

/** Who, when, where, why here, and for whom to see. */
export function ItemFacts({ item, viewers, onChanged, onTaught, onGone }: ItemFactsProps) {
  const { item: text, seers, cameWith, typeChoice } = useAppText()
  const { host } = useSurroundings()
  const language = useLanguage()
  const moments = momentsOf(item)
  return (
    <FactsAside title={text.facts}>
      <Fact word={typeChoice.chosen}>
        {item.may.file && isDocumentKind(item.kind) && <DocumentTypeChoice item={item} onChanged={onChanged} />}
      </Fact>
      <Fact word={text.who}>{item.who}</Fact>
      {moments.map(({ name, at }) => (
        <Fact key={name} word={text[name]}>
          <time dateTime={at}>{fullMoment(language, new Date(at))}</time>
        </Fact>
      ))}
      <Fact word={cameWith}>
        {item.cameWith && <a href={linkTo({ name: 'item', itemId: item.cameWith.id })}>{item.cameWith.title}</a>}
      </Fact>
      <Fact word={text.cases}>
        <Cases item={item} />
      </Fact>
      <Fact word={text.filings}>
        {item.filings.length > 0 && (
          <>
            <ul class="filing-list">
              {item.filings.map(filed => (
                <Filing key={`${filed.contractorId} ${filed.caseId}`} filed={filed} />
              ))}
            </ul>
            <ItemTeaching item={item} onTaught={onTaught} onGone={onGone} />
          </>
        )}
      </Fact>
      <Fact word={text.viewers}>
        {viewers.value && <ViewerList viewers={viewers.value.items} />}
        <SeersButton
          name={item.id}
          title={seers.title}
          question={() => call(host, explainItem, { params: { itemId: item.id } })}
        />
      </Fact>
    </FactsAside>
  )
}

interface CasesProps {
  item: Item
}

function Cases({ item }: CasesProps) {
  const text = useAppText().item
  if (item.cases.length === 0) return <span class="faint">{text.noCases}</span>
  return (
    <ul class="case-tags">
      {item.cases.map(chip => (
        <li key={chip.id}>
          <CaseTag case={chip} />
          <span class="faint small"> {chip.title}</span>
        </li>
      ))}
    </ul>
  )
}

interface FilingProps {
  filed: Filed
}

/** One filing in words: where, on what it was decided, by whom, when. */
function Filing({ filed }: FilingProps) {
  const text = useAppText().item
  const words = useText()
  const place = filed.caseReference ?? text.inFile
  const why = words.method[filed.method](filed.evidence)
  return (
    <li>
      <span>{why.includes(place) ? why : `${place}: ${why}`}</span>
      <span class="small faint">
        {filed.by ?? words.filed.automatically}, <Moment at={filed.at} />
      </span>
      {filed.comment && <q class="small">{filed.comment}</q>}
    </li>
  )
}
