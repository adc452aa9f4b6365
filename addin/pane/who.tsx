import { Search, X } from 'lucide'
import type { Ref } from 'preact'
import { useState } from 'preact/hooks'
import type { Timeline } from '../../shared/item.ts'
import type { Match } from '../../shared/lookup.ts'
import { showNip } from '../../shared/tax-id.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.ts'
import { PageLink } from '../ui/page-link.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { AtHand } from './at-hand.tsx'
import type { Choice } from './choice.ts'
import { ContractorSearch } from './later-parts.ts'
import { Owed } from './owed.tsx'

const MOST_TABS = 3

type WhoProps = {
  contractors: Match[]
  contractor: Match | null
  /** What happened with the contractor lately. */
  timeline: Timeline
  /** What is said when nobody in the mail has a file. */
  nobody: { heading: string; hint: string }
  panelId: string
  /** The contractor's name, to which the focus may be led. */
  headingRef: Ref<HTMLHeadingElement>
  onChoose: (choice: Choice) => void
}

/** Who the mail is from or to: the contractor, the person and address that gave him away, who owes an answer, and the other candidates. */
export function Who({ contractors, contractor, timeline, nobody, panelId, headingRef, onChoose }: WhoProps) {
  const text = useText()
  const [searching, setSearching] = useState(false)
  const name = searching ? text.close : text.who.other
  return (
    <header class="part who">
      {contractors.length > 1 && (
        <Choose contractors={contractors} contractor={contractor} panelId={panelId} onChoose={onChoose} />
      )}
      <div class="who-line">
        {contractor ? <Known contractor={contractor} headingRef={headingRef} /> : <Nobody {...nobody} />}
        {contractor && <AtHand key={contractor.id} contractorId={contractor.id} />}
        {contractor && (
          <Button
            look="bare"
            icon={searching ? X : Search}
            aria-label={name}
            title={name}
            aria-expanded={searching}
            onClick={() => setSearching(!searching)}
          />
        )}
      </div>
      {contractor && <Owed key={contractor.id} contractorId={contractor.id} fresh={timeline} />}
      {searching && (
        <ContractorSearch
          label={text.who.pick}
          takesFocus
          onCancel={() => setSearching(false)}
          onPick={({ id, name }) => {
            setSearching(false)
            onChoose({ id, name })
          }}
        />
      )}
    </header>
  )
}

function Choose({ contractors, contractor, panelId, onChoose }: Omit<WhoProps, 'timeline' | 'nobody' | 'headingRef'>) {
  const text = useText()
  const value = contractor?.id ?? ''
  const pick = (id: string) => {
    const match = contractors.find(one => one.id === id)
    if (match) onChoose({ id, name: match.name })
  }
  if (isTabbed(contractors)) {
    const options = contractors.map(({ id, name }) => ({ value: id, label: name }))
    return <Tabs label={text.who.choose} options={options} value={value} onValue={pick} panelId={panelId} />
  }
  return (
    <Field label={text.who.choose}>
      {names => (
        <select {...names} class="input" value={value} onChange={event => pick(event.currentTarget.value)}>
          {contractors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Few candidates stand side by side; more of them fold into a list. */
export function isTabbed(contractors: Match[]): boolean {
  return contractors.length > 1 && contractors.length <= MOST_TABS
}

type KnownProps = Pick<WhoProps, 'headingRef'> & { contractor: Match }

function Known({ contractor, headingRef }: KnownProps) {
  const text = useText()
  const { id, name, nip, city, person, address, via } = contractor
  const facts = [nip && `${text.who.nip} ${showNip(nip)}`, city].filter(Boolean).join(' · ')
  const how = address || (via === 'thread' ? text.who.thread : '')
  return (
    <div class="who-known">
      <h2 ref={headingRef} tabIndex={-1}>
        <PageLink path={`/#/contractors/${id}`} class="name" title={text.who.openFile(name)}>
          {name}
        </PageLink>
      </h2>
      {facts && <p class="small faint">{facts}</p>}
      {(person || how) && (
        <p class="person">
          {person && (
            <span class="cut" title={person}>
              {person}
            </span>
          )}
          {how && (
            <span class="faint cut" title={how}>
              {how}
            </span>
          )}
        </p>
      )}
    </div>
  )
}

function Nobody({ heading, hint }: WhoProps['nobody']) {
  return (
    <div class="who-known">
      <h2>{heading}</h2>
      <p class="small faint">{hint}</p>
    </div>
  )
}
