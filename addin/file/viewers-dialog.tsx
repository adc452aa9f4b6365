import { useState } from 'preact/hooks'
import type { Viewer } from '../../shared/audience.ts'
import { changeItem, type Item, readItemViewers } from '../../shared/item.ts'
import type { Output } from '../../shared/route.ts'
import { call } from '../api/call.ts'
import { audienceOf, groupsOf } from '../app/audience-of.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { isChosen } from '../app/is-chosen.ts'
import { type Choices, PeoplePicker } from '../app/people-picker.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { rebased } from '../app/rebased.ts'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useChoices } from '../app/use-choices.ts'
import { useDeed } from '../app/use-deed.ts'
import { useSeen } from '../app/use-seen.ts'
import { listNames } from '../text/list-names.ts'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { type Mode, ModeField } from './mode-field.tsx'
import { idsOf } from './place-seen.ts'
import { ViewersNow } from './viewers-now.tsx'

interface ViewersDialogProps {
  item: Item
  answer: Output<typeof readItemViewers>
  onClose: () => void
  onChanged: (item: Item) => void
}

/** Changes who may see an item. It opens on what is now, so that saving at once changes nothing for anybody. */
export function ViewersDialog({ item, answer: { items: viewers, staying }, onClose, onChanged }: ViewersDialogProps) {
  const text = useAppText().viewers
  const { host } = useSurroundings()
  const choices = useChoices()
  const [mode, setMode] = useState<Mode>('own')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(idsOf(viewers)))
  const [wasNobody, setWasNobody] = useState(false)
  const params = { itemId: item.id }
  const { seen, isNews, save } = useSeen(viewers, {
    ask: async () => (await call(host, readItemViewers, { params })).items,
    onNews: (now, before) => setChosen(mine => rebased(mine, idsOf(before), idsOf(now))),
  })
  const deed = useDeed(async () => {
    const groups = groupsOf([...viewers, ...seen])
    const audience = mode === 'inherit' ? mode : audienceOf(chosen, choices.value, { groups })
    const changed = await save(now =>
      call(host, changeItem, { params, body: { audience, was: { audience: idsOf(now) } } }),
    )
    onChanged(changed)
  })

  function check() {
    const isNobody = mode === 'own' && chosen.size === 0
    setWasNobody(isNobody)
    return !isNobody && (mode === 'inherit' || choices.value !== undefined)
  }

  return (
    <FormDialog title={text.title} button={text.button} deed={deed} check={check} onClose={onClose}>
      <ModeField mode={mode} words={[text.inherit, text.inheritHint]} onMode={setMode} />
      {mode === 'own' && <OwnViewers choices={choices.value} chosen={chosen} onChosen={setChosen} />}
      {mode === 'own' && <Staying staying={staying} chosen={chosen} choices={choices.value} />}
      {mode === 'own' && chosen.size > 0 && (
        <AssigneeLeft item={item} chosen={new Set([...chosen, ...idsOf(staying)])} choices={choices.value} />
      )}
      {wasNobody && mode === 'own' && chosen.size === 0 && <Notice>{text.nobody}</Notice>}
      {isNews && <ViewersNow viewers={seen} />}
      {choices.failure && <FailureNotice failure={choices.failure} onRetry={choices.ask} />}
    </FormDialog>
  )
}

interface StayingProps {
  staying: Viewer[]
  chosen: ReadonlySet<string>
  choices: Choices | undefined
}

/** Names who looks after it and stays in without being ticked. */
function Staying({ staying, chosen, choices }: StayingProps) {
  const text = useAppText().viewers
  const language = useLanguage()
  const unticked = choices ? staying.filter(({ id }) => !isChosen(id, chosen, choices)) : []
  if (unticked.length === 0) return null
  const names = unticked.map(({ name }) => name)
  return (
    <Notice look="calm">
      <p role="status">{text.staying(listNames(language, names))}</p>
    </Notice>
  )
}

interface AssigneeLeftProps {
  item: Item
  chosen: ReadonlySet<string>
  choices: Choices | undefined
}

/** Says that a task would be seen no more by whom it is given to. */
function AssigneeLeft({ item, chosen, choices }: AssigneeLeftProps) {
  const text = useAppText().viewers
  const { me } = useSurroundings()
  const { assigneeId, assigneeName } = item.activity ?? {}
  if (!choices || !assigneeId || assigneeId === me.id || isChosen(assigneeId, chosen, choices)) return null
  return <Notice>{text.assigneeLeft(assigneeName ?? '')}</Notice>
}

interface OwnViewersProps {
  choices: Choices | undefined
  chosen: ReadonlySet<string>
  onChosen: (chosen: ReadonlySet<string>) => void
}

/** Ticks people and groups, and says when one is not among them oneself. */
export function OwnViewers({ choices, chosen, onChosen }: OwnViewersProps) {
  const text = useAppText().viewers
  const { me } = useSurroundings()
  if (!choices) return <Skeleton height="220px" />
  return (
    <>
      <PeoplePicker choices={choices} chosen={chosen} onChosen={onChosen} />
      {chosen.size > 0 && !isChosen(me.id, chosen, choices) && (
        <Notice look="calm">
          <p role="status">{text.yourself}</p>
        </Notice>
      )}
    </>
  )
}
