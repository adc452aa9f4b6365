import { ArrowDown, ArrowUp, History, Pencil, Trash2, TriangleAlert } from 'lucide'
import { MOST_HITS, type Rule } from '../../shared/rule.ts'
import { useAdminText } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ruleInWords } from './rule-words.ts'

/** What one can do with a rule. */
export interface RuleDeeds {
  onMove: (rule: Rule, by: -1 | 1) => void
  onSwitch: (rule: Rule, isOn: boolean) => void
  onEdit: (rule: Rule) => void
  onReplay: (rule: Rule) => void
  onRemove: (rule: Rule) => void
}

/** By which the button is found again after its row has moved. */
export function moveButtonId({ id }: Rule, by: -1 | 1): string {
  return `rule-${id}-${by < 0 ? 'up' : 'down'}`
}

interface RuleRowProps {
  rule: Rule
  mailboxes: ReadonlyMap<string, string>
  isFirst: boolean
  isLast: boolean
  deeds: RuleDeeds
}

/** A rule in its list: when it applies, what it does, how often it did, and whether it does not work at the moment. */
export function RuleRow({ rule, mailboxes, isFirst, isLast, deeds }: RuleRowProps) {
  const text = useAdminText().rules
  const { name, isOn, state, hits, mayChange } = rule
  return (
    <li class="rule">
      <div class="rule-words">
        <strong class="rule-name">{name}</strong>
        <p>{ruleInWords(rule, text, mailboxes)}</p>
        {state !== 'applies' && (
          <p class="rule-state">
            <Icon shape={TriangleAlert} />
            <span>
              {text.doesNotApply} {text.states[state]}
            </span>
          </p>
        )}
        <p class="small faint">
          {text.hits(hits, hits >= MOST_HITS)}
          {!mayChange && ` · ${isOn ? text.on : text.off}`}
        </p>
      </div>
      {mayChange && (
        <div class="rule-deeds">
          <label class="check">
            <input
              type="checkbox"
              aria-label={text.isOn(name)}
              checked={isOn}
              onChange={event => deeds.onSwitch(rule, event.currentTarget.checked)}
            />
            <span aria-hidden="true">{isOn ? text.on : text.off}</span>
          </label>
          <Button
            look="bare"
            id={moveButtonId(rule, -1)}
            icon={ArrowUp}
            busy={isFirst}
            aria-label={text.up(name)}
            onClick={() => deeds.onMove(rule, -1)}
          />
          <Button
            look="bare"
            id={moveButtonId(rule, 1)}
            icon={ArrowDown}
            busy={isLast}
            aria-label={text.down(name)}
            onClick={() => deeds.onMove(rule, 1)}
          />
          <Button look="bare" icon={Pencil} aria-label={text.edit(name)} onClick={() => deeds.onEdit(rule)} />
          <Button
            look="bare"
            icon={History}
            busy={state !== 'applies'}
            aria-label={`${text.replay}: ${name}`}
            title={text.replay}
            onClick={() => deeds.onReplay(rule)}
          />
          <Button look="bare" icon={Trash2} aria-label={text.remove(name)} onClick={() => deeds.onRemove(rule)} />
        </div>
      )}
    </li>
  )
}
