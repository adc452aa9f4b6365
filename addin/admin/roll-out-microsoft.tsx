import { useState } from 'preact/hooks'
import { linkTo } from '../app/page-link.ts'
import { useWords } from '../app/surroundings.ts'
import { rollOutText } from '../text/roll-out.ts'
import { TextField } from '../ui/field.tsx'
import { CopiedText } from './copied-text.tsx'
import { olderCommands, roleCommands, type TenantValues } from './tenant-commands.ts'

const empty: TenantValues = { appId: '', objectId: '', group: '', probe: '' }

/** The commands that let an application of the tenant read the mailboxes of one group and no other. */
export function RollOutMicrosoft() {
  const text = useWords(rollOutText).rollOut
  const [values, setValues] = useState(empty)
  const field = (name: keyof TenantValues, hint?: string) => (
    <TextField
      label={text[name]}
      hint={hint}
      autocomplete="off"
      maxLength={320}
      value={values[name]}
      onValue={value => setValues({ ...values, [name]: value })}
    />
  )
  return (
    <section class="section" aria-labelledby="roll-out-microsoft">
      <h2 id="roll-out-microsoft">{text.microsoft}</h2>
      <p>{text.microsoftLead}</p>
      <h3>{text.fill}</h3>
      <div class="form">
        {field('appId')}
        {field('objectId', text.objectHint)}
        {field('group')}
        {field('probe')}
      </div>
      <CopiedText label={text.commands} words={roleCommands(values)} />
      <p>{text.check}</p>
      <p>{text.marks}</p>
      <details>
        <summary>{text.older}</summary>
        <p>{text.olderLead}</p>
        <CopiedText label={text.older} words={olderCommands(values)} />
      </details>
      <p class="small faint">{text.untried}</p>
      <p>{text.afterwards}</p>
      <div class="buttons">
        <a class="button" href={linkTo({ name: 'microsoft' })}>
          {text.toMicrosoft}
        </a>
      </div>
    </section>
  )
}
