import { Eye, EyeOff } from 'lucide'
import { useState } from 'preact/hooks'
import { type ViewAs, viewAs } from '../../shared/access-check.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useChoices } from '../app/use-choices.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLanguage } from '../ui/language.ts'
import { type NamedObject, readObject } from './read-object.ts'

interface Line {
  text: string
  object: NamedObject | null
}

/** Checks for another user which of the given things he would see; nothing of them is shown. */
export function ViewAsPart() {
  const text = useAdminText().accessPage
  const { host } = useSurroundings()
  const choices = useChoices()
  const [userId, setUserId] = useState('')
  const [typed, setTyped] = useState('')
  const [result, setResult] = useState<{ lines: Line[]; answer: ViewAs }>()
  const users = choices.value?.users ?? []
  const chosen = userId || (users[0]?.id ?? '')
  const deed = useDeed(async () => {
    const lines = linesOf(typed)
    const ids = (type: NamedObject['objectType']) =>
      lines.flatMap(({ object }) => (object?.objectType === type ? object.objectId : [])).slice(0, 500)
    const body = { userId: chosen, items: ids('item'), contractors: ids('contractor'), cases: ids('case') }
    setResult({ lines, answer: await call(host, viewAs, { body }) })
  })

  return (
    <section class="section" aria-labelledby="view-as">
      <h2 id="view-as">{text.check}</h2>
      <p class="faint">{text.checkLead}</p>
      <form
        class="form"
        onSubmit={event => {
          event.preventDefault()
          deed.run()
        }}
      >
        <Field label={text.user}>
          {names => (
            <select
              {...names}
              class="input"
              value={chosen}
              onChange={event => {
                setUserId(event.currentTarget.value)
                setResult(undefined)
              }}
            >
              {users.map(user => (
                <option key={user.id} value={user.id}>
                  {user.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={text.ids} hint={text.idsHint}>
          {names => (
            <textarea
              {...names}
              class="input"
              rows={3}
              value={typed}
              onInput={event => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        {deed.failure && <FailureNotice failure={deed.failure} />}
        <div class="buttons">
          <Button type="submit" icon={Eye} busy={deed.isBusy}>
            {text.checkButton}
          </Button>
        </div>
      </form>
      {result && <Result {...result} />}
    </section>
  )
}

function Result({ lines, answer }: { lines: Line[]; answer: ViewAs }) {
  const text = useAdminText().accessPage
  const language = useLanguage()
  const number = (amount: number) => amount.toLocaleString(language === 'pl' ? 'pl' : 'en-GB')
  const { contractors, cases, items } = answer.counts
  const seen = new Set([...answer.items, ...answer.contractors, ...answer.cases])
  return (
    <div role="status">
      <h3 class="unseen">{text.result}</h3>
      <ul class="results">
        {lines.map(line => (
          <li key={line.text}>
            <Verdict line={line} seen={seen} />
          </li>
        ))}
      </ul>
      <p>
        {text.counts(number(contractors), number(cases), items >= MOST_ITEMS ? `${number(items)}+` : number(items))}
      </p>
    </div>
  )
}

const MOST_ITEMS = 10_000

function Verdict({ line: { text: typed, object }, seen }: { line: Line; seen: ReadonlySet<string> }) {
  const text = useAdminText().accessPage
  if (!object) return <span class="faint">{`${typed}: ${text.unreadable}`}</span>
  const isSeen = seen.has(object.objectId)
  return (
    <>
      <span class={isSeen ? 'seen' : 'faint'}>
        <Icon shape={isSeen ? Eye : EyeOff} /> {isSeen ? text.sees : text.seesNot}
      </span>{' '}
      <span class="small">
        {text.kinds[object.objectType]} {object.objectId}
      </span>
    </>
  )
}

function linesOf(typed: string): Line[] {
  const texts = typed.split(/\s+/).filter(Boolean)
  return [...new Set(texts)].map(text => ({ text, object: readObject(text) }))
}
