import { ChevronDown, ChevronRight } from 'lucide'
import type { Suggestion } from '../../shared/lookup.ts'
import type { TriageGroup } from '../../shared/triage.ts'
import { useAppText } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.ts'
import { Moment } from '../ui/moment.tsx'
import type { GroupActs, TriageView } from './group-acts.ts'
import { isStranger } from './stranger.ts'
import { TriageMails } from './triage-mails.tsx'
import type { Choice } from './use-triage-deeds.ts'

const MOST_PLACES = 2

interface TriageGroupRowProps {
  group: TriageGroup
  view: TriageView
  by: 'sender' | 'domain'
  isOpen: boolean
  namesMailboxes: boolean
  onToggle: () => void
  acts: GroupActs
}

/** All that waits from one sender: how much, why, the newest of it, where it could go, and the mails themselves on demand. */
export function TriageGroupRow({ group, view, by, isOpen, namesMailboxes, onToggle, acts }: TriageGroupRowProps) {
  const { triage, triageWork: text } = useAppText()
  const reasons: Record<string, string> = triage.reasons
  const name = nameOf(group, by, text.noSender)
  const filter = by === 'sender' ? { sender: group.key } : { domain: group.key }
  const why = [...new Set(group.reasons.map(reason => reasons[reason] ?? triage.reasons.other))].join(', ')
  return (
    <li class="triage-group">
      <button type="button" class="triage-toggle" data-row={group.key} aria-expanded={isOpen} onClick={onToggle}>
        <Icon shape={isOpen ? ChevronDown : ChevronRight} />
        <span class="triage-what">
          <span class="triage-name">
            <strong class="cut" title={group.key}>
              {name}
            </strong>
            <span class="number faint">{text.mails(group.amount)}</span>
          </span>
          <span class="cut" title={group.subject}>
            {group.subject || text.noSubject}
          </span>
          <span class="small faint">
            {name !== group.key && group.key && `${group.key} · `}
            {why} · <Moment at={group.occurredAt} />
            {namesMailboxes && group.mailboxes.length > 0 && ` · ${text.mailboxes(group.mailboxes)}`}
          </span>
        </span>
      </button>
      <GroupButtons group={group} view={view} name={name} filter={filter} acts={acts} />
      {isOpen && <TriageMails name={name} view={view} filter={filter} namesMailboxes={namesMailboxes} acts={acts} />}
    </li>
  )
}

function nameOf({ name, key }: TriageGroup, by: 'sender' | 'domain', nobody: string): string {
  return (by === 'sender' ? name || key : key) || nobody
}

interface GroupButtonsProps {
  group: TriageGroup
  view: TriageView
  name: string
  filter: Choice
  acts: GroupActs
}

function GroupButtons({ group, view, name, filter, acts }: GroupButtonsProps) {
  const text = useAppText().triageWork
  if (view === 'left-out') {
    return (
      <div class="triage-acts">
        <Button aria-label={text.recoverFor(name)} onClick={() => acts.recover(filter)}>
          {text.recover}
        </Button>
      </div>
    )
  }
  return (
    <div class="triage-acts">
      {group.suggestions.slice(0, MOST_PLACES).map(suggestion => (
        <SuggestedPlace
          key={`${suggestion.contractorId} ${suggestion.caseId}`}
          suggestion={suggestion}
          amount={group.amount}
          onTake={() => acts.fileAt(filter, suggestion)}
        />
      ))}
      <Button aria-label={text.fileFor(name)} onClick={() => acts.file({ choice: filter, ...group })}>
        {text.file}
      </Button>
      {isStranger(group) && (
        <Button look="quiet" aria-label={text.createFor(name)} onClick={() => acts.create(group)}>
          {text.create}
        </Button>
      )}
      <Button look="quiet" aria-label={text.leaveOutFor(name)} onClick={() => acts.leaveOut(filter)}>
        {text.leaveOut}
      </Button>
    </div>
  )
}

interface SuggestedPlaceProps {
  suggestion: Suggestion
  amount: number
  onTake: () => void
}

function SuggestedPlace({ suggestion, amount, onTake }: SuggestedPlaceProps) {
  const text = useAppText().triageWork
  const { method } = useText()
  const place = [suggestion.contractorName, suggestion.caseReference].filter(Boolean).join(' · ')
  return (
    <span class="suggested-place">
      <Button title={place} aria-label={text.fileHereFor(amount, place)} onClick={onTake}>
        <span class="cut">
          {text.fileHere}: {place}
        </span>
      </Button>
      <span class="small faint">
        {text.suggested}: {method[suggestion.method]?.(suggestion.reason) ?? suggestion.reason}
      </span>
    </span>
  )
}
