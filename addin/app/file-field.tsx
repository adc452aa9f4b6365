import { FileUp } from 'lucide'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { useAppText } from './surroundings.ts'
import './file-field.css'

interface FileFieldProps {
  label: string
  failure?: string | undefined
  accept?: string
  file: File | undefined
  onFile: (file: File) => void
}

/**
 * A field for one file. The browser's own writes in the browser's language; it lies unseen over ours, so that keys, dropped
 * files and labels work as everywhere.
 */
export function FileField({ label, failure, accept, file, onFile }: FileFieldProps) {
  const text = useAppText().fileField
  const button = file ? text.another : text.choose
  const name = file?.name ?? text.none
  return (
    <Field label={label} failure={failure}>
      {names => (
        <span class="file-field">
          <input
            {...names}
            type="file"
            accept={accept}
            title={name}
            aria-label={`${label}: ${button}. ${name}`}
            onChange={event => {
              const [chosen] = event.currentTarget.files ?? []
              if (chosen) onFile(chosen)
              // So that the same file, corrected meanwhile, can be chosen again.
              event.currentTarget.value = ''
            }}
          />
          <span class="button plain" aria-hidden="true">
            <Icon shape={FileUp} />
            {button}
          </span>
          <span class={file ? 'file-name' : 'file-name faint'} aria-hidden="true">
            {name}
          </span>
        </span>
      )}
    </Field>
  )
}
