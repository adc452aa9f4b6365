import type { Mailbox, MailboxConsent } from '../../shared/mailbox.ts'
import { audienceOf } from '../app/audience-of.ts'
import { type Choices, PeoplePicker } from '../app/people-picker.tsx'
import { useAdminText } from '../app/surroundings.ts'
import { TextField } from '../ui/field.tsx'
import { ChoiceField, optionsOf } from './choice-field.tsx'

const LONGEST_GRACE = 10_080

/** What the owner of a mailbox consents to, as it is being written down. */
export interface ConsentDraft {
  files: Mailbox['files']
  release: Mailbox['release']
  grace: string
  marks: boolean
  mode: 'file' | 'own'
  chosen: ReadonlySet<string>
  /** Who was chosen before. */
  before: Mailbox['audience']
}

/** What a mailbox's owner consents to now. */
export function consentOf({ files, release, graceMinutes, marks, audience }: Mailbox): ConsentDraft {
  const chosen = new Set([...audience.users, ...audience.groups])
  return {
    files,
    release,
    grace: String(graceMinutes),
    marks,
    mode: chosen.size > 0 ? 'own' : 'file',
    chosen,
    before: audience,
  }
}

/** What a new mailbox begins with, before its owner says otherwise. */
export function freshConsent(): ConsentDraft {
  const before = { users: [], groups: [] }
  return { files: 'all', release: 'at-once', grace: '30', marks: false, mode: 'file', chosen: new Set(), before }
}

/** Whether the grace time is one, where it matters. */
export function isGraceRight({ release, grace }: ConsentDraft): boolean {
  const minutes = Number(grace)
  return release !== 'after-grace' || (Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST_GRACE)
}

/** The consent as the server takes it. With nobody chosen, whoever sees the file sees its mail. */
export function bodyOfConsent(draft: ConsentDraft, choices: Choices, ownerId: string): MailboxConsent {
  const { files, release, grace, marks, mode, chosen, before } = draft
  return {
    files,
    release,
    ...(release === 'after-grace' && { graceMinutes: Number(grace) }),
    marks,
    audience: mode === 'own' ? audienceOf(new Set([ownerId, ...chosen]), choices, before) : { users: [], groups: [] },
  }
}

interface ConsentFieldsProps {
  draft: ConsentDraft
  choices: Choices
  isGraceFaulty: boolean
  onDraft: (draft: ConsentDraft) => void
}

/** What is filed by itself, when and by whom it is seen, and whether it is marked in the mailbox. */
export function ConsentFields({ draft, choices, isGraceFaulty, onDraft }: ConsentFieldsProps) {
  const text = useAdminText().consent
  const change = (part: Partial<ConsentDraft>) => onDraft({ ...draft, ...part })
  return (
    <>
      <ChoiceField
        label={text.files}
        options={optionsOf(text.filesValues)}
        value={draft.files}
        onValue={files => change({ files })}
      />
      <ChoiceField
        label={text.release}
        options={optionsOf(text.releaseValues)}
        value={draft.release}
        onValue={release => change({ release })}
      />
      {draft.release === 'after-grace' && (
        <TextField
          label={text.grace}
          hint={text.graceHint}
          failure={isGraceFaulty ? text.graceWrong : undefined}
          type="number"
          value={draft.grace}
          onValue={grace => change({ grace })}
        />
      )}
      <ChoiceField
        label={text.audience}
        options={optionsOf(text.audienceValues)}
        value={draft.mode}
        onValue={mode => change({ mode })}
      />
      {draft.mode === 'own' && (
        <PeoplePicker choices={choices} chosen={draft.chosen} onChosen={chosen => change({ chosen })} />
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={draft.marks}
          onChange={event => change({ marks: event.currentTarget.checked })}
        />
        <span>
          {text.marks}
          <span class="small faint"> {text.marksHint}</span>
        </span>
      </label>
    </>
  )
}
