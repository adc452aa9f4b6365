import { useId, useState } from 'preact/hooks'
import type { CaseFile } from '../../shared/case-file.ts'
import { listMailTemplates, type MailTemplate } from '../../shared/mail-template.ts'
import { call } from '../api/call.ts'
import type { Draft } from '../host/mail-host.ts'
import { Field } from '../ui/field.tsx'
import { PageLink } from '../ui/page-link.tsx'
import type { Choice } from './choice.ts'
import { useHost } from './host-context.ts'
import { TemplateForm } from './template-form.tsx'
import { useTemplateText } from './template-text.ts'
import { useAsked } from './use-asked.ts'
import { useTemplateValues } from './use-template-values.ts'

const MOST = 200

type DraftTemplatesProps = {
  draft: Draft
  /** Whose file is in view; null where it could be one of several. */
  contractor: Choice | null
  cases: CaseFile[]
}

/** Texts to be put into the mail that is being written, with what is known of it filled in. */
export function DraftTemplates({ draft, contractor, cases }: DraftTemplatesProps) {
  const host = useHost()
  const text = useTemplateText()
  const headingId = useId()
  // Without the server there is nothing to fill a template with either.
  const asked = useAsked(() => call(host, listMailTemplates, { querystring: { limit: MOST } }), [host])
  const templates = asked.value?.items
  const [chosenId, setChosenId] = useState('')
  const known = useTemplateValues(draft, contractor, cases)
  const chosen = templates?.find(({ id }) => id === chosenId)

  if (!templates) return null
  return (
    <section class="part" aria-labelledby={headingId}>
      <h3 id={headingId}>{text.heading}</h3>
      <div class="stack">
        {templates.length === 0 ? (
          <p class="small faint">{text.noTemplates}</p>
        ) : (
          <TemplateChoice templates={templates} value={chosenId} onValue={setChosenId} />
        )}
        {chosen && <TemplateForm key={chosen.id} template={chosen} draft={draft} known={known} />}
        <p class="small">
          <PageLink path="/#/templates">{text.keep}</PageLink>
        </p>
      </div>
    </section>
  )
}

type TemplateChoiceProps = { templates: MailTemplate[]; value: string; onValue: (id: string) => void }

function TemplateChoice({ templates, value, onValue }: TemplateChoiceProps) {
  const text = useTemplateText()
  const groups = [
    { label: text.own, items: templates.filter(({ isShared }) => !isShared) },
    { label: text.shared, items: templates.filter(({ isShared }) => isShared) },
  ]
  return (
    <Field label={text.choose}>
      {names => (
        <select {...names} class="input" value={value} onChange={event => onValue(event.currentTarget.value)}>
          <option value="">{text.none}</option>
          {groups.map(
            ({ label, items }) =>
              items.length > 0 && (
                <optgroup key={label} label={label}>
                  {items.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </optgroup>
              ),
          )}
        </select>
      )}
    </Field>
  )
}
