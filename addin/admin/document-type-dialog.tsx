import { useState } from 'preact/hooks'
import { changeDocumentType, createDocumentType, type DocumentTypeEntry } from '../../shared/document-type.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { TextField } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { typeShapes } from '../ui/type-shapes.ts'
import { ChoiceField, optionsOf } from './choice-field.tsx'
import { LinesField, linesOf } from './lines-field.tsx'

interface DocumentTypeDialogProps {
  /** The type to change, or null for a new one. */
  type: DocumentTypeEntry | null
  onClose: () => void
  onSaved: () => void
}

/** Names a type of documents, chooses its look and the words by which it is known. */
export function DocumentTypeDialog({ type, onClose, onSaved }: DocumentTypeDialogProps) {
  const { documentTypes: text, save } = useAdminText()
  const { host } = useSurroundings()
  const [namePl, setNamePl] = useState(type?.namePl ?? '')
  const [nameEn, setNameEn] = useState(type?.nameEn ?? '')
  const [icon, setIcon] = useState(type?.icon ?? 'file')
  const [colour, setColour] = useState(type?.colour ?? 'teal')
  const [typed, setTyped] = useState(type?.words.join('\n') ?? '')
  const [isChecked, setIsChecked] = useState(false)
  const words = linesOf(typed)
  const mayBeNameless = type?.isBuiltIn ?? false
  const isMissing = (name: string) => !mayBeNameless && name.trim() === ''
  const areWordsWrong =
    words.length > 100 || words.some(word => word.length < 3 || word.length > 60 || !/[\p{L}\p{N}]{2}/u.test(word))

  const deed = useDeed(async () => {
    const look = { icon, colour, words }
    const given = (name: string) => name.trim() || null
    if (type) {
      const names = { namePl: given(namePl), nameEn: given(nameEn) }
      await call(host, changeDocumentType, { params: { key: type.key }, body: { ...names, ...look } })
    } else await call(host, createDocumentType, { body: { namePl: namePl.trim(), nameEn: nameEn.trim(), ...look } })
    onSaved()
  })

  function check() {
    setIsChecked(true)
    return !isMissing(namePl) && !isMissing(nameEn) && !areWordsWrong
  }

  const nameField = (label: string, value: string, onValue: (value: string) => void) => (
    <TextField
      label={label}
      value={value}
      maxLength={60}
      autocomplete="off"
      hint={mayBeNameless ? text.nameHint : undefined}
      failure={isChecked && isMissing(value) ? text.nameMissing : undefined}
      onValue={onValue}
    />
  )
  const title = type ? text.editTitle(type.namePl ?? type.key) : text.newTitle
  return (
    <FormDialog title={type?.isBuiltIn ? text.edit : title} button={save} deed={deed} check={check} onClose={onClose}>
      {nameField(text.namePl, namePl, setNamePl)}
      {nameField(text.nameEn, nameEn, setNameEn)}
      <ChoiceField label={text.icon} options={optionsOf(text.icons)} value={icon} onValue={setIcon} />
      <ChoiceField label={text.colour} options={optionsOf(text.colours)} value={colour} onValue={setColour} />
      <p class="type-preview">
        <span class={`kind ${colour}`}>
          <Icon shape={typeShapes[icon]} />
        </span>
        <span class="small faint">{text.preview}</span>
      </p>
      <LinesField
        label={text.words}
        hint={text.wordsHint}
        failure={isChecked && areWordsWrong ? text.wordsWrong : undefined}
        value={typed}
        onValue={setTyped}
      />
    </FormDialog>
  )
}
