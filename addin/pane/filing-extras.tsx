import { Lock, Paperclip } from 'lucide'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { asParameters, type Choices } from './document-choices.ts'
import type { FilingChoice } from './file-message.ts'
import { CarriedFields, NarrowFields } from './later-extras.ts'
import { caseIdOf, type Place } from './place.ts'

/** What may be chosen at filing and rarely is; null where it is left to the server and to the place. */
export interface Extras {
  choices: Choices | null
  /** The user and whom he ticked; nobody while the list is not there, and so long nothing may be filed. */
  viewers: string[] | null
}

export const noExtras: Extras = { choices: null, viewers: null }

/** The extras as a filing carries them. */
export function chosenIn({ choices, viewers }: Extras): Pick<FilingChoice, 'attachments' | 'viewers'> {
  return { attachments: asParameters(choices ?? {}), ...(viewers && { viewers }) }
}

type ExtrasProps = { extras: Extras; onExtras: (extras: Extras) => void }

/** The fields of those extras that were asked for: attachments to choose, people to tick. */
export function ExtraFields({
  contractorId,
  place,
  extras,
  onExtras,
}: ExtrasProps & { contractorId: string; place: Place }) {
  const { choices, viewers } = extras
  return (
    <>
      {choices && (
        <CarriedFields
          contractorId={contractorId}
          choices={choices}
          onChoices={next => onExtras({ ...extras, choices: next })}
        />
      )}
      {viewers && (
        <NarrowFields
          key={place}
          contractorId={contractorId}
          caseId={caseIdOf(place)}
          viewers={viewers}
          onViewers={next => onExtras({ ...extras, viewers: next })}
          onCancel={() => onExtras({ ...extras, viewers: null })}
        />
      )}
    </>
  )
}

/** The buttons that ask for them. */
export function ExtraButtons({ extras, onExtras, hasNoFiles }: ExtrasProps & { hasNoFiles: boolean }) {
  const text = useText().filing
  return (
    <>
      {!extras.viewers && (
        <Button look="quiet" icon={Lock} onClick={() => onExtras({ ...extras, viewers: [] })}>
          {text.narrow}
        </Button>
      )}
      {!extras.choices && !hasNoFiles && (
        <Button look="quiet" icon={Paperclip} onClick={() => onExtras({ ...extras, choices: {} })}>
          {text.attachments}
        </Button>
      )}
    </>
  )
}
