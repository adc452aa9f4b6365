import { Eye, EyeOff, Pencil, Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { changeDocumentType, type DocumentTypeEntry, listDocumentTypes } from '../../shared/document-type.ts'
import { call } from '../api/call.ts'
import { Answered } from '../app/answered.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { nameOfType, useRenewTypes } from '../ui/document-types.ts'
import { Icon } from '../ui/icon.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { useToast } from '../ui/toast.tsx'
import { typeShapes } from '../ui/type-shapes.ts'
import { AdminOnly } from './admin-only.tsx'
import { DocumentTypeDialog } from './document-type-dialog.tsx'
import '../file/entry-list.css'
import '../file/file.css'
import './document-types.css'

/** The types that documents can have: the product's, which may be renamed and hidden, and the company's own. */
export function DocumentTypesPage() {
  return (
    <AdminOnly>
      <DocumentTypes />
    </AdminOnly>
  )
}

function DocumentTypes() {
  const text = useAdminText().documentTypes
  const { host } = useSurroundings()
  const toast = useToast()
  const renew = useRenewTypes()
  const types = useAnswer('document types', () => call(host, listDocumentTypes))
  const [edited, setEdited] = useState<DocumentTypeEntry | 'new'>()

  function handleChanged() {
    types.ask()
    renew()
  }

  function handleSaved() {
    setEdited(undefined)
    handleChanged()
    toast({ message: text.saved })
  }

  return (
    <Answered answer={types}>
      {({ items }) => (
        <div class="page">
          <div class="page-top">
            <div>
              <PageHeading title={text.title} />
              <p class="lead">{text.lead}</p>
            </div>
            <Button look="primary" icon={Plus} onClick={() => setEdited('new')}>
              {text.add}
            </Button>
          </div>
          <ul class="entry-list" aria-label={text.list}>
            {items.map(type => (
              <TypeRow key={type.key} type={type} onEdit={() => setEdited(type)} onChanged={handleChanged} />
            ))}
          </ul>
          {edited && (
            <DocumentTypeDialog
              type={edited === 'new' ? null : edited}
              onClose={() => setEdited(undefined)}
              onSaved={handleSaved}
            />
          )}
        </div>
      )}
    </Answered>
  )
}

interface TypeRowProps {
  type: DocumentTypeEntry
  onEdit: () => void
  onChanged: () => void
}

function TypeRow({ type, onEdit, onChanged }: TypeRowProps) {
  const text = useAdminText().documentTypes
  const { host } = useSurroundings()
  const toast = useToast()
  const language = useLanguage()
  const product: Partial<Record<string, string>> = useText().kind
  const { key, isHidden } = type
  const name = nameOfType(type, language) ?? product[key] ?? key
  const deed = useDeed(async () => {
    await call(host, changeDocumentType, { params: { key }, body: { isHidden: !isHidden } })
    onChanged()
    toast({ message: isHidden ? text.shownNow(name) : text.hiddenNow(name) })
  })
  return (
    <li class={isHidden ? 'put-away' : undefined}>
      <span class={`kind ${type.colour}`}>
        <Icon shape={typeShapes[type.icon]} />
      </span>
      <div class="entry-facts">
        <strong>{name}</strong>
        <span class="small faint">
          {[type.isBuiltIn ? text.builtIn : text.own, ...(isHidden ? [text.hidden] : []), wordsOf(type, text)].join(
            ' · ',
          )}
        </span>
      </div>
      <span class="row-acts">
        <Button look="bare" icon={Pencil} title={text.edit} aria-label={text.editFor(name)} onClick={onEdit} />
        {key !== 'document' && (
          <Button
            look="bare"
            icon={isHidden ? Eye : EyeOff}
            busy={deed.isBusy}
            title={isHidden ? text.show : text.hide}
            aria-label={isHidden ? text.showFor(name) : text.hideFor(name)}
            onClick={deed.run}
          />
        )}
      </span>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </li>
  )
}

function wordsOf({ words, isBuiltIn }: DocumentTypeEntry, text: { noWords: string; productWords: string }): string {
  if (words.length > 0) return words.join(', ')
  return isBuiltIn ? text.productWords : text.noWords
}
