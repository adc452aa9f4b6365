import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { listRules } from '../../shared/rule.ts'
import { call } from '../api/call.ts'
import { Answered } from '../app/answered.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'
import { RemoveRuleDialog } from './remove-rule-dialog.tsx'
import { ReplayDialog } from './replay-dialog.tsx'
import { RuleDialog } from './rule-dialog.tsx'
import { RuleList } from './rule-list.tsx'
import { type Open, useRuleDeeds } from './use-rule-deeds.ts'
import '../file/file.css'
import './rules.css'

/** The rules by which mail is filed or left out: everybody's own, and the company's, which administrators keep. */
export function RulesPage() {
  const text = useAdminText().rules
  const { host, me } = useSurroundings()
  const rules = useAnswer('rules', () => call(host, listRules))
  const [open, setOpen] = useState<Open>()
  const { deeds, failure, said } = useRuleDeeds(rules, setOpen)
  return (
    <Answered answer={rules}>
      {({ items }) => (
        <div class="page">
          <div class="page-top">
            <div>
              <PageHeading title={text.title} />
              <p class="lead">{text.lead}</p>
            </div>
            <Button look="primary" icon={Plus} onClick={() => setOpen({ dialog: 'new' })}>
              {text.create}
            </Button>
          </div>
          {failure && <FailureNotice failure={failure} />}
          <p class="unseen" role="status">
            {said}
          </p>
          <RuleList scope="personal" rules={items.filter(rule => rule.scope === 'personal')} deeds={deeds} />
          {(me.isAdmin || items.some(rule => rule.scope === 'company')) && (
            <RuleList scope="company" rules={items.filter(rule => rule.scope === 'company')} deeds={deeds} />
          )}
          {open && <OpenDialog open={open} onClose={() => setOpen(undefined)} onChanged={rules.ask} />}
        </div>
      )}
    </Answered>
  )
}

interface OpenDialogProps {
  open: Open
  onClose: () => void
  onChanged: () => void
}

function OpenDialog({ open, onClose, onChanged }: OpenDialogProps) {
  const text = useAdminText().rules
  const toast = useToast()

  function close(message?: string) {
    onClose()
    onChanged()
    if (message) toast({ message })
  }

  if (open.dialog === 'replay') return <ReplayDialog rule={open.rule} onClose={() => close()} />
  if (open.dialog === 'remove')
    return <RemoveRuleDialog rule={open.rule} onClose={onClose} onRemoved={() => close(text.removed)} />
  const rule = open.dialog === 'edit' ? open.rule : null
  return <RuleDialog rule={rule} onClose={onClose} onSaved={() => close(text.saved)} />
}
