import { useId } from 'preact/hooks'
import { fillTemplate, strangeFieldsIn } from '../../shared/template-fields.ts'
import { useSurroundings, useWords } from '../app/surroundings.ts'
import { longDay } from '../text/moment.ts'
import { templatesText } from '../text/templates.ts'
import { FilledText } from '../ui/filled-text.tsx'
import { useLanguage } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'

interface TemplatePreviewProps {
  language: 'pl' | 'en'
  subject: string
  body: string
}

/** A template as a mail would bear it, with what a contractor could be called. */
export function TemplatePreview({ language, subject, body }: TemplatePreviewProps) {
  const text = useWords(templatesText)
  const { me } = useSurroundings()
  const spoken = useLanguage()
  const headingId = useId()
  const values = { ...text.sample, me: me.name, today: longDay(language, new Date()) }
  const strange = strangeFieldsIn(`${subject}\n${body}`)
  return (
    <section class="template-preview" aria-labelledby={headingId}>
      <h3 id={headingId}>{text.preview}</h3>
      <p class="small faint">{text.previewHint}</p>
      {subject && (
        <p>
          <strong>
            <FilledText parts={fillTemplate(subject, language, values)} />
          </strong>
        </p>
      )}
      <p class="words">
        <FilledText parts={fillTemplate(body, language, values)} />
      </p>
      {strange.length > 0 && (
        <Notice>{text.strange(new Intl.ListFormat(spoken).format(strange.map(name => `{${name}}`)))}</Notice>
      )}
    </section>
  )
}
