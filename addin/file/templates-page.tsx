import { Plus } from 'lucide'
import { useId, useState } from 'preact/hooks'
import { listMailTemplates, type MailTemplate } from '../../shared/mail-template.ts'
import { everyPage } from '../admin/every-page.ts'
import { call } from '../api/call.ts'
import { AnsweredPart } from '../app/answered.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import { useSurroundings, useWords } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useEmptiedFocus } from '../app/use-emptied-focus.ts'
import { templatesText } from '../text/templates.ts'
import { Button } from '../ui/button.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { useToast } from '../ui/toast.tsx'
import { Empty } from './empty.tsx'
import { TemplateDialog } from './template-dialog.tsx'
import { TemplateRow } from './template-row.tsx'
import './entry-list.css'
import './file.css'
import './lists.css'
import './templates.css'

type View = 'inUse' | 'archive'

/** The texts for mails: the company's and one's own. */
export function TemplatesPage() {
  const text = useWords(templatesText)
  const { host } = useSurroundings()
  const toast = useToast()
  const panelId = useId()
  const [view, setView] = useState<View>('inUse')
  const [edited, setEdited] = useState<MailTemplate | 'new'>()
  const templates = useAnswer(`mail templates ${view}`, () =>
    everyPage(wanted => call(host, listMailTemplates, { querystring: { ...wanted, archived: view === 'archive' } })),
  )

  function handleSaved() {
    setEdited(undefined)
    templates.ask()
    toast({ message: text.saved })
  }

  return (
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
      <div class="page-tabs">
        <Tabs
          label={text.view}
          options={(['inUse', 'archive'] as const).map(value => ({ value, label: text[value] }))}
          value={view}
          onValue={setView}
          panelId={panelId}
        />
      </div>
      <div id={panelId} role="tabpanel" aria-label={text[view]}>
        <AnsweredPart answer={templates}>
          {items => <TemplateList items={items} view={view} onEdit={setEdited} onChanged={templates.ask} />}
        </AnsweredPart>
      </div>
      {edited && (
        <TemplateDialog
          template={edited === 'new' ? null : edited}
          onClose={() => setEdited(undefined)}
          onSaved={handleSaved}
        />
      )}
    </div>
  )
}

interface TemplateListProps {
  items: MailTemplate[]
  view: View
  onEdit: (template: MailTemplate) => void
  onChanged: () => void
}

function TemplateList({ items, view, onEdit, onChanged }: TemplateListProps) {
  const text = useWords(templatesText)
  useEmptiedFocus(items.length)
  if (items.length === 0) {
    return view === 'archive' ? (
      <p class="faint">{text.emptyArchive}</p>
    ) : (
      <Empty heading={text.emptyTitle}>{text.empty}</Empty>
    )
  }
  return (
    <ul class="entry-list" aria-label={text.list}>
      {items.map(template => (
        <TemplateRow key={template.id} template={template} onEdit={() => onEdit(template)} onChanged={onChanged} />
      ))}
    </ul>
  )
}
