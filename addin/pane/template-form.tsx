import { useState } from 'preact/hooks'
import type { MailTemplate } from '../../shared/mail-template.ts'
import {
  asHtml,
  asText,
  fieldNames,
  fieldsIn,
  fillTemplate,
  type TemplateField,
  type TemplatePart,
  type TemplateValues,
} from '../../shared/template-fields.ts'
import type { Draft } from '../host/mail-host.ts'
import { listNames } from '../text/list-names.ts'
import { longDay } from '../text/moment.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { FilledText } from '../ui/filled-text.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { draftNow } from './draft-now.ts'
import { useHost } from './host-context.ts'
import { useTemplateText } from './template-text.ts'

type TemplateFormProps = { template: MailTemplate; draft: Draft; known: TemplateValues }
type State = { is: 'idle' } | { is: 'busy' } | { is: 'failed' } | { is: 'inserted'; gaps: string[] }

/** A template with its fields: what Lupa knows stands in them, and the writer has the last word before it is put in. */
export function TemplateForm({ template, draft, known }: TemplateFormProps) {
  const host = useHost()
  const spoken = useLanguage()
  const text = useTemplateText()
  const [typed, setTyped] = useState<TemplateValues>({})
  const [state, setState] = useState<State>({ is: 'idle' })
  const { language, subject, body } = template
  const values = { ...known, today: longDay(language, new Date()), ...typed }
  const filled = { subject: fillTemplate(subject, language, values), body: fillTemplate(body, language, values) }
  const wantsSubject = subject !== '' && isWithoutSubject(draft)

  async function insert() {
    if (state.is === 'busy') return
    setState({ is: 'busy' })
    try {
      const now = await draftNow(host, draft)
      const isEmpty = subject !== '' && isWithoutSubject(now)
      await host.draft?.insert({ html: asHtml(filled.body), text: asText(filled.body) })
      if (isEmpty) await host.draft?.setSubject(withReference(asText(filled.subject), now))
      setState({ is: 'inserted', gaps: gapsIn(isEmpty ? [...filled.subject, ...filled.body] : filled.body) })
    } catch {
      setState({ is: 'failed' })
    }
  }

  return (
    <form
      class="card stack"
      aria-label={template.name}
      onSubmit={event => {
        event.preventDefault()
        void insert()
      }}
    >
      {fieldsIn(`${wantsSubject ? subject : ''}\n${body}`).map(field => (
        <TextField
          key={field}
          label={capital(fieldNames[spoken][field])}
          hint={values[field] ? undefined : text.unknown}
          value={values[field] ?? ''}
          maxLength={300}
          autocomplete="off"
          onValue={value => setTyped(before => ({ ...before, [field]: value }))}
        />
      ))}
      <div class="template-preview">
        <span class="small faint">{text.preview}</span>
        {wantsSubject && (
          <strong>
            <FilledText parts={filled.subject} />
          </strong>
        )}
        <p>
          <FilledText parts={filled.body} />
        </p>
      </div>
      <Button type="submit" look="primary" wide busy={state.is === 'busy'}>
        {state.is === 'busy' ? text.busy : text.insert}
      </Button>
      <p role="status" class="small template-status">
        {state.is === 'inserted' && (state.gaps.length > 0 ? text.gaps(listNames(spoken, state.gaps)) : text.inserted)}
      </p>
      {state.is === 'failed' && <Notice>{text.failed}</Notice>}
    </form>
  )
}

/** The reference of the chosen case alone is no subject. */
function isWithoutSubject({ subject, meant }: Draft): boolean {
  return (meant ? subject.replace(`[${meant.reference}]`, '') : subject).trim() === ''
}

function withReference(subject: string, draft: Draft): string {
  const mark = draft.subject.trim()
  return mark && draft.meant && !subject.includes(draft.meant.reference) ? `${subject} ${mark}` : subject
}

function gapsIn(parts: TemplatePart[]): string[] {
  return [...new Set(parts.flatMap(part => (part.is === 'gap' ? [part.name] : [])))]
}

function capital(name: (typeof fieldNames)['pl'][TemplateField]): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
