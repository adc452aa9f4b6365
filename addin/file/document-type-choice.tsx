import { useRef } from 'preact/hooks'
import { changeItem, type Item } from '../../shared/item.ts'
import { isDocumentKind, type Kind } from '../../shared/kind.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { useKindWord, useOfferedKinds } from '../ui/document-types.ts'
import { useToast } from '../ui/toast.tsx'

interface DocumentTypeChoiceProps {
  item: Item
  onChanged: (item: Item) => void
}

/** Says what a document is, where it was guessed wrong; from then on nothing guesses it any more. */
export function DocumentTypeChoice({ item, onChanged }: DocumentTypeChoiceProps) {
  const text = useAppText().typeChoice
  const { host } = useSurroundings()
  const toast = useToast()
  const wordOf = useKindWord()
  const offered = useOfferedKinds().filter(isDocumentKind)
  const wanted = useRef<Kind>(item.kind)
  const deed = useDeed(async () => {
    onChanged(await call(host, changeItem, { params: { itemId: item.id }, body: { type: wanted.current } }))
    toast({ message: text.retyped(wordOf(wanted.current)) })
  })
  return (
    <>
      <select
        class="input"
        aria-label={text.chosen}
        value={item.kind}
        disabled={deed.isBusy}
        onChange={event => {
          wanted.current = event.currentTarget.value as Kind
          deed.run()
        }}
      >
        {[...offered, ...(offered.includes(item.kind) ? [] : [item.kind])].map(kind => (
          <option key={kind} value={kind}>
            {wordOf(kind)}
          </option>
        ))}
      </select>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </>
  )
}
