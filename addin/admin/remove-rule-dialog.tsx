import { type Rule, removeRule } from '../../shared/rule.ts'
import { call } from '../api/call.ts'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'

interface RemoveRuleDialogProps {
  rule: Rule
  onClose: () => void
  onRemoved: () => void
}

/** Asks before a rule is taken away, because it does not come back. */
export function RemoveRuleDialog({ rule, onClose, onRemoved }: RemoveRuleDialogProps) {
  const text = useAdminText().rules
  const { host } = useSurroundings()
  const deed = useDeed(async () => {
    await call(host, removeRule, { params: { ruleId: rule.id } })
    onRemoved()
  })
  return (
    <FormDialog title={text.removeTitle} button={text.removeButton} deed={deed} onClose={onClose}>
      <p class="rule-name">{text.removeLead(rule.name)}</p>
    </FormDialog>
  )
}
