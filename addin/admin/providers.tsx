import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { listProviderSettings, type Provider, removeProvider } from '../../shared/sign-in-provider.ts'
import { call } from '../api/call.ts'
import { AnsweredPart } from '../app/answered.tsx'
import { CopyButton } from '../app/copy-button.tsx'
import { FormDialog } from '../app/form-dialog.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'
import { ProviderDialog } from './provider-dialog.tsx'

type Open = { at: 'nothing' } | { at: 'new' } | { at: 'edit' | 'removal'; provider: Provider }

/** The providers by which the company signs in. */
export function Providers() {
  const {
    ways: text,
    myAccount: { copy },
  } = useAdminText()
  const { host } = useSurroundings()
  const [open, setOpen] = useState<Open>({ at: 'nothing' })
  const providers = useAnswer('sign-in providers', () => call(host, listProviderSettings))
  const close = () => setOpen({ at: 'nothing' })
  return (
    <section class="section">
      <h2>{text.providers}</h2>
      <p class="faint">{text.providersLead}</p>
      <AnsweredPart answer={providers}>
        {({ items, callback }) => (
          <>
            <p class="small faint words">
              {text.callback}: <code>{callback}</code>
            </p>
            <div class="buttons">
              <CopyButton words={callback} label={copy} />
            </div>
            {items.length === 0 ? (
              <p class="faint">{text.none}</p>
            ) : (
              <ProviderTable providers={items} onOpen={setOpen} />
            )}
          </>
        )}
      </AnsweredPart>
      <Button icon={Plus} onClick={() => setOpen({ at: 'new' })}>
        {text.add}
      </Button>
      {(open.at === 'new' || open.at === 'edit') && (
        <ProviderDialog provider={open.at === 'edit' ? open.provider : null} onClose={close} onSaved={providers.ask} />
      )}
      {open.at === 'removal' && <RemovalDialog provider={open.provider} onClose={close} onRemoved={providers.ask} />}
    </section>
  )
}

interface ProviderTableProps {
  providers: Provider[]
  onOpen: (open: Open) => void
}

function ProviderTable({ providers, onOpen }: ProviderTableProps) {
  const text = useAdminText().ways
  return (
    <table class="table providers">
      <caption class="unseen">{text.providers}</caption>
      <tbody>
        {providers.map(provider => (
          <tr key={provider.id}>
            <th scope="row">{provider.name}</th>
            <td class="faint words">{provider.issuer}</td>
            <td class="faint">{text.people(provider.people)}</td>
            <td>
              <div class="row-buttons">
                <Button onClick={() => onOpen({ at: 'edit', provider })} aria-label={text.editNamed(provider.name)}>
                  {text.edit}
                </Button>
                <Button
                  onClick={() => onOpen({ at: 'removal', provider })}
                  aria-label={text.removeNamed(provider.name)}
                >
                  {text.remove}
                </Button>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface RemovalDialogProps {
  provider: Provider
  onClose: () => void
  onRemoved: () => void
}

function RemovalDialog({ provider, onClose, onRemoved }: RemovalDialogProps) {
  const text = useAdminText().ways
  const { host } = useSurroundings()
  const toast = useToast()
  const deed = useDeed(async () => {
    await call(host, removeProvider, { params: { providerId: provider.id } })
    onRemoved()
    toast({ message: text.removed })
    onClose()
  })
  return (
    <FormDialog title={text.removeNamed(provider.name)} button={text.remove} deed={deed} onClose={onClose}>
      <p>{text.removeLead(provider.name, provider.people)}</p>
    </FormDialog>
  )
}
