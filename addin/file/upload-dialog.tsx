import { useState } from 'preact/hooks'
import { isDocumentKind, type Kind } from '../../shared/kind.ts'
import { FileField } from '../app/file-field.tsx'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAppText } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { useKindWord, useOfferedKinds } from '../ui/document-types.ts'
import { Field, TextField } from '../ui/field.tsx'
import type { Told } from './send-file.ts'
import { troubleOf } from './uploads.ts'
import { useOwnViewers } from './use-own-viewers.tsx'

interface UploadDialogProps {
  onAdd: (file: File, told: Told) => void
  onClose: () => void
}

/** Puts one file in and says what it is called, what it is and who sees it. */
export function UploadDialog({ onAdd, onClose }: UploadDialogProps) {
  const { upload: text } = useAppText()
  const viewers = useOwnViewers()
  const [file, setFile] = useState<File>()
  const [title, setTitle] = useState('')
  const [type, setType] = useState<Kind | ''>('')
  const [isChecked, setIsChecked] = useState(false)
  const isMail = /\.(?:eml|msg)$/i.test(file?.name ?? '')
  const trouble = file
    ? { 'too-large': text.tooLarge, empty: text.empty, none: undefined }[troubleOf(file) ?? 'none']
    : text.fileMissing

  function check() {
    setIsChecked(true)
    return viewers.check() && trouble === undefined
  }

  const deed = useDeed(async () => {
    if (!file) return
    const said: Told = isMail ? {} : { ...(title.trim() && { title: title.trim() }), ...(type && { type }) }
    onAdd(file, { ...said, ...viewers.said() })
    onClose()
  })

  return (
    <FormDialog title={text.tellTitle} button={text.tellButton} deed={deed} check={check} onClose={onClose}>
      <FileField label={text.file} failure={isChecked ? trouble : undefined} file={file} onFile={setFile} />
      {isMail ? (
        <p class="small faint" role="status">
          {text.mailOnly}
        </p>
      ) : (
        <>
          <TextField label={text.title} hint={text.titleHint} maxLength={300} value={title} onValue={setTitle} />
          <TypeField type={type} onType={setType} />
        </>
      )}
      {viewers.field}
    </FormDialog>
  )
}

interface TypeFieldProps {
  type: Kind | ''
  onType: (type: Kind | '') => void
}

/** What the document is; guessed where nobody says so. */
function TypeField({ type, onType }: TypeFieldProps) {
  const text = useAppText().upload
  const wordOf = useKindWord()
  const offered = useOfferedKinds().filter(isDocumentKind)
  return (
    <Field label={text.type}>
      {names => (
        <select
          {...names}
          class="input"
          value={type}
          onChange={event => onType(event.currentTarget.value as Kind | '')}
        >
          <option value="">{text.typeGuessed}</option>
          {offered.map(kind => (
            <option key={kind} value={kind}>
              {wordOf(kind)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
