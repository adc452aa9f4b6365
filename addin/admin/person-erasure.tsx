import { useRef, useState } from 'preact/hooks'
import { type Erasure, type ErasurePreview, previewErasure } from '../../shared/erasure.ts'
import { isDocumentKind } from '../../shared/kind.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { useKindWord, useOfferedKinds } from '../ui/document-types.ts'
import { Notice } from '../ui/notice.tsx'
import { ErasePersonDialog } from './erase-person-dialog.tsx'
import type { ErasureChoice } from './erasure-choice.ts'
import { ErasureForecast } from './erasure-forecast.tsx'

interface PersonErasureProps {
  address: string
  onAsked: (erasure: Erasure) => void
}

/** Erases a person: what to keep by law, a look at what would go, and then the deed. */
export function PersonErasure({ address, onAsked }: PersonErasureProps) {
  const text = useAdminText().personData
  const { host } = useSurroundings()
  const [choice, setChoice] = useState<ErasureChoice>({ duties: ['invoice'], others: 'keep' })
  const [preview, setPreview] = useState<ErasurePreview>()
  const [isOpen, setIsOpen] = useState(false)
  const current = useRef(choice)
  current.current = choice
  const looking = useDeed(async () => {
    const found = await call(host, previewErasure, { body: { address, ...choice } })
    // What was counted for another choice must not be what is agreed to.
    if (current.current === choice) setPreview(found)
  })
  const change = (fresh: ErasureChoice) => {
    setChoice(fresh)
    setPreview(undefined)
  }
  return (
    <section class="person-part" aria-labelledby="person-erasure">
      <div>
        <h3 id="person-erasure">{text.eraseTitle}</h3>
        <p class="small faint">{text.eraseHint}</p>
      </div>
      <Choices choice={choice} onChoice={change} />
      <div class="buttons">
        <Button busy={looking.isBusy} onClick={looking.run}>
          {text.preview}
        </Button>
      </div>
      {looking.failure && <FailureNotice failure={looking.failure} />}
      {preview && <ErasureForecast preview={preview} />}
      {preview?.isOwn && <Notice look="calm">{text.ownHint}</Notice>}
      {preview?.isHeld && <Notice look="calm">{text.heldHint}</Notice>}
      {preview && !preview.isOwn && !preview.isHeld && (
        <div class="buttons">
          <Button onClick={() => setIsOpen(true)}>{text.erase}</Button>
        </div>
      )}
      {isOpen && (
        <ErasePersonDialog
          address={address}
          choice={choice}
          onClose={() => setIsOpen(false)}
          onAsked={erasure => {
            setIsOpen(false)
            setPreview(undefined)
            onAsked(erasure)
          }}
        />
      )}
    </section>
  )
}

interface ChoicesProps {
  choice: ErasureChoice
  onChoice: (choice: ErasureChoice) => void
}

function Choices({ choice, onChoice }: ChoicesProps) {
  const text = useAdminText().personData
  const wordOf = useKindWord()
  const offered = useOfferedKinds().filter(isDocumentKind)
  const { duties, others } = choice
  const toggle = (kind: string) =>
    onChoice({ ...choice, duties: duties.includes(kind) ? duties.filter(one => one !== kind) : [...duties, kind] })
  return (
    <>
      <fieldset class="person-duties">
        <legend>{text.duties}</legend>
        <p class="small faint">{text.dutiesHint}</p>
        <div class="person-kinds">
          {offered.map(kind => (
            <label key={kind} class="check">
              <input type="checkbox" checked={duties.includes(kind)} onChange={() => toggle(kind)} />
              <span>{wordOf(kind)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <label class="check">
        <input
          type="checkbox"
          checked={others === 'erase'}
          onChange={event => onChoice({ ...choice, others: event.currentTarget.checked ? 'erase' : 'keep' })}
        />
        <span>{text.others}</span>
      </label>
    </>
  )
}
