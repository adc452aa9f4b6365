import type { Rule } from '../../shared/rule.ts'
import { useAdminText } from '../app/surroundings.ts'
import { Empty } from '../file/empty.tsx'
import { type RuleDeeds, RuleRow } from './rule-row.tsx'
import { useMailboxNames } from './use-mailbox-names.ts'

interface RuleListProps {
  scope: Rule['scope']
  rules: Rule[]
  deeds: RuleDeeds
}

/** The rules of one scope, in the order in which they are tried. */
export function RuleList({ scope, rules, deeds }: RuleListProps) {
  const text = useAdminText().rules
  const mailboxes = useMailboxNames()
  const isPersonal = scope === 'personal'
  const id = `rules-${scope}`
  return (
    <section class="section" aria-labelledby={id}>
      <div>
        <h2 id={id}>{isPersonal ? text.personal : text.company}</h2>
        <p class="small faint">{isPersonal ? text.personalLead : text.companyLead}</p>
      </div>
      {rules.length === 0 ? (
        <Empty heading={isPersonal ? text.emptyPersonal : text.emptyCompany}>{text.empty}</Empty>
      ) : (
        <ol class="rule-list" aria-labelledby={id}>
          {rules.map((rule, index) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              mailboxes={mailboxes}
              isFirst={index === 0}
              isLast={index === rules.length - 1}
              deeds={deeds}
            />
          ))}
        </ol>
      )}
    </section>
  )
}
