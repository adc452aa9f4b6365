import { useState } from 'preact/hooks'
import { changeMailTemplate, createMailTemplate, type MailTemplate } from '../../shared/mail-template.ts'
import { ChoiceField, optionsOf } from '../admin/choice-field.tsx'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAppText, useSurroundings, useWords } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { templatesText } from '../text/templates.ts'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { useLanguage } from '../ui/language.ts'
import { TemplateBodyField } from './template-body-field.tsx'
import { TemplatePreview } from './template-preview.tsx'

interface TemplateDialogProps {
  /** The template to change, or null for a new one. */
  template: MailTemplate | null
  onClose: () => void
  onSaved: () => void
}

/** Writes a template, or shows one that only administrators may change. */
export function TemplateDialog({ template, onClose, onSaved }: TemplateDialogProps) {
  if (template && !template.mayChange) {
    return (
      <Dialog title={template.name} onClose={onClose}>
        <TemplatePreview {...template} />
      </Dialog>
    )
  }
  return <TemplateForm template={template} onClose={onClose} onSaved={onSaved} />
}

function TemplateForm({ template, onClose, onSaved }: TemplateDialogProps) {
  const text = useWords(templatesText)
  const { save } = useAppText()
  const { host, me } = useSurroundings()
  const spoken = useLanguage()
  const [draft, setDraft] = useState(
    template ?? { name: '', language: spoken as 'pl' | 'en', subject: '', body: '', isShared: false },
  )
  const [isChecked, setIsChecked] = useState(false)
  const change = (part: Partial<typeof draft>) => setDraft(before => ({ ...before, ...part }))
  const { name, language, subject, body, isShared } = draft
  const missing = (value: string, sentence: string) => (isChecked && value.trim() === '' ? sentence : undefined)

  const deed = useDeed(async () => {
    const words = { name: name.trim(), language, subject: subject.trim(), body }
    if (template) await call(host, changeMailTemplate, { params: { templateId: template.id }, body: words })
    else await call(host, createMailTemplate, { body: { ...words, isShared } })
    onSaved()
  })

  function check() {
    setIsChecked(true)
    return name.trim() !== '' && body.trim() !== ''
  }

  return (
    <FormDialog
      title={template ? text.editFor(template.name) : text.newTitle}
      button={save}
      deed={deed}
      check={check}
      onClose={onClose}
    >
      <TextField
        label={text.name}
        value={name}
        maxLength={120}
        autocomplete="off"
        failure={missing(name, text.nameMissing)}
        onValue={value => change({ name: value })}
      />
      {!template && me.isAdmin && (
        <ChoiceField
          label={text.forWhom}
          options={optionsOf({ me: text.forMe, all: text.forAll })}
          value={isShared ? 'all' : 'me'}
          onValue={value => change({ isShared: value === 'all' })}
        />
      )}
      <ChoiceField
        label={text.language}
        hint={text.languageHint}
        options={optionsOf(text.languages)}
        value={language}
        onValue={value => change({ language: value })}
      />
      <TextField
        label={text.subject}
        hint={text.subjectHint}
        value={subject}
        maxLength={300}
        autocomplete="off"
        onValue={value => change({ subject: value })}
      />
      <TemplateBodyField
        language={language}
        failure={missing(body, text.bodyMissing)}
        value={body}
        onValue={value => change({ body: value })}
      />
      <TemplatePreview language={language} subject={subject} body={body} />
    </FormDialog>
  )
}
