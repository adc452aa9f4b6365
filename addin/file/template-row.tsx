import { Archive, ArchiveRestore, Eye, LayoutTemplate, Pencil } from 'lucide'
import { changeMailTemplate, type MailTemplate } from '../../shared/mail-template.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useSurroundings, useWords } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { templatesText } from '../text/templates.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useToast } from '../ui/toast.tsx'

interface TemplateRowProps {
  template: MailTemplate
  onEdit: () => void
  onChanged: () => void
}

/** One template: whose it is, and what its keeper may do with it. */
export function TemplateRow({ template, onEdit, onChanged }: TemplateRowProps) {
  const text = useWords(templatesText)
  const { host } = useSurroundings()
  const toast = useToast()
  const { id, name, subject, language, isShared, isArchived, mayChange } = template
  const deed = useDeed(async () => {
    await call(host, changeMailTemplate, { params: { templateId: id }, body: { isArchived: !isArchived } })
    onChanged()
    toast({ message: isArchived ? text.takenOut(name) : text.putAwayNow(name) })
  })
  const [word, wordFor] = mayChange ? [text.edit, text.editFor] : [text.look, text.lookFor]
  return (
    <li>
      <Icon shape={LayoutTemplate} />
      <div class="entry-facts">
        <strong>{name}</strong>
        <span class="small faint">
          {[isShared ? text.shared : text.own, text.languages[language], ...(subject ? [subject] : [])].join(' · ')}
        </span>
      </div>
      <span class="row-acts">
        <Button look="bare" icon={mayChange ? Pencil : Eye} title={word} aria-label={wordFor(name)} onClick={onEdit} />
        {mayChange && (
          <Button
            look="bare"
            icon={isArchived ? ArchiveRestore : Archive}
            busy={deed.isBusy}
            title={isArchived ? text.takeOut : text.putAway}
            aria-label={isArchived ? text.takeOutFor(name) : text.putAwayFor(name)}
            onClick={deed.run}
          />
        )}
      </span>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </li>
  )
}
