import { useState } from 'preact/hooks'
import type { Item } from '../../shared/item.ts'
import { listShares, type Share, shareItem, unshareItem } from '../../shared/sharing.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { PeoplePicker } from '../app/people-picker.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useChoices } from '../app/use-choices.ts'
import { useDeed } from '../app/use-deed.ts'
import { groupName } from '../text/group-name.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useToast } from '../ui/toast.tsx'
import './access.css'

interface ShareDialogProps {
  item: Item
  onClose: () => void
  onShared: () => void
}

/** Lets more people and groups see one item, and takes it back. */
export function ShareDialog({ item, onClose, onShared }: ShareDialogProps) {
  const text = useAppText().share
  const { host, me } = useSurroundings()
  const toast = useToast()
  const choices = useChoices()
  const shares = useAnswer(`shares ${item.id}`, () => call(host, listShares, { params: { itemId: item.id } }))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [isMissing, setIsMissing] = useState(false)
  const deed = useDeed(async () => {
    await call(host, shareItem, { params: { itemId: item.id }, body: { principals: [...chosen] } })
    toast({ message: text.done })
    onShared()
  })
  const had = new Set([...(shares.value?.items ?? []).map(share => share.principalId), me.id])
  const free = choices.value && {
    users: choices.value.users.filter(user => !had.has(user.id)),
    groups: choices.value.groups.filter(group => !had.has(group.id)),
  }

  function check() {
    setIsMissing(chosen.size === 0)
    return chosen.size > 0
  }

  return (
    <FormDialog title={text.title} button={text.button} deed={deed} check={check} onClose={onClose}>
      <p class="faint">{text.lead}</p>
      {shares.value && shares.value.items.length > 0 && (
        <Shares item={item} shares={shares.value.items} onRemoved={shares.ask} />
      )}
      {free ? (
        <PeoplePicker choices={free} chosen={chosen} onChosen={setChosen} />
      ) : (
        !choices.failure && <Skeleton height="220px" />
      )}
      {isMissing && chosen.size === 0 && <Notice>{text.nobody}</Notice>}
      {choices.failure && <FailureNotice failure={choices.failure} onRetry={choices.ask} />}
    </FormDialog>
  )
}

interface SharesProps {
  item: Item
  shares: Share[]
  onRemoved: () => void
}

function Shares({ item, shares, onRemoved }: SharesProps) {
  const text = useAppText().share
  return (
    <fieldset>
      <legend class="small faint">{text.now}</legend>
      <ul class="shares">
        {shares.map(share => (
          <ShareRow key={share.principalId} item={item} share={share} onRemoved={onRemoved} />
        ))}
      </ul>
    </fieldset>
  )
}

function ShareRow({ item, share, onRemoved }: { item: Item; share: Share; onRemoved: () => void }) {
  const text = useAppText().share
  const language = useLanguage()
  const name = share.isGroup ? groupName(language, share.name) : share.name
  const { host } = useSurroundings()
  const toast = useToast()
  const deed = useDeed(async () => {
    await call(host, unshareItem, { params: { itemId: item.id, principalId: share.principalId } })
    toast({ message: text.removed })
    onRemoved()
  })
  return (
    <li>
      <span>
        {name}
        <span class="small faint">
          {' '}
          {share.reason === 'recipient' ? text.recipient : share.by && text.by(share.by)}
        </span>
      </span>
      <Button look="quiet" busy={deed.isBusy} aria-label={text.removeFor(name)} onClick={deed.run}>
        {text.remove}
      </Button>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </li>
  )
}
