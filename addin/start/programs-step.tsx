import { AddressWarning } from '../admin/address-warning.tsx'
import { linkTo } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useWords } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { startText } from '../text/start.ts'
import { Button } from '../ui/button.tsx'
import type { StepProps } from './step-props.ts'

/** The way to what is rolled out to mail programs. */
export function ProgramsStep({ run, onDone }: StepProps) {
  const text = useWords(startText).start
  const deed = useDeed(onDone)
  return (
    <>
      <AddressWarning publicUrl={run.publicUrl} />
      <p>{text.programsLead}</p>
      <div class="buttons">
        <a class="button" href={linkTo({ name: 'roll-out' })}>
          {text.toRollOut}
        </a>
        <Button look="primary" busy={deed.isBusy} onClick={deed.run}>
          {text.finish}
        </Button>
      </div>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </>
  )
}
