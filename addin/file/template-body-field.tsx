import { useRef } from 'preact/hooks'
import { fieldNames, type TemplateField, templateFields } from '../../shared/template-fields.ts'
import { useWords } from '../app/surroundings.ts'
import { templatesText } from '../text/templates.ts'
import { Field } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'

interface TemplateBodyFieldProps {
  /** The template's own language, in which a field is put in. */
  language: 'pl' | 'en'
  failure: string | undefined
  value: string
  onValue: (value: string) => void
}

/** The text of a template, with a button for each field, which puts it where the caret stands. */
export function TemplateBodyField({ language, failure, value, onValue }: TemplateBodyFieldProps) {
  const text = useWords(templatesText)
  const spoken = useLanguage()
  const box = useRef<HTMLTextAreaElement>(null)

  function put(field: TemplateField) {
    const area = box.current
    if (!area) return
    area.focus()
    area.setRangeText(`{${fieldNames[language][field]}}`, area.selectionStart, area.selectionEnd, 'end')
    onValue(area.value)
  }

  return (
    <>
      <Field label={text.body} failure={failure}>
        {names => (
          <textarea
            {...names}
            ref={box}
            class="input template-body"
            rows={8}
            maxLength={10_000}
            value={value}
            onInput={event => onValue(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="template-fields">
        <span class="small faint" id="template-fields">
          {text.fields}
        </span>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one wrapping line everywhere. */}
        <div class="chips" role="group" aria-labelledby="template-fields">
          {templateFields.map(field => (
            <button key={field} type="button" class="chip" onClick={() => put(field)}>
              {fieldNames[spoken][field]}
            </button>
          ))}
        </div>
      </div>
    </>
  )
}
