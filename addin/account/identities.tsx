import { Link2 } from 'lucide'
import { type Identity, listIdentities, listProviders, removeIdentity } from '../../shared/sign-in-provider.ts'
import { call } from '../api/call.ts'
import { AnsweredPart } from '../app/answered.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { setOutToLink } from '../app/provider-visit.ts'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'

/** The company accounts that let one in. Where the company has no provider there is nothing to say. */
export function Identities() {
  const text = useAdminText().myAccount
  const { host } = useSurroundings()
  const known = useAnswer('my identities', async () => {
    const [identities, providers] = await Promise.all([call(host, listIdentities), call(host, listProviders)])
    return { identities: identities.items, providers: providers.items }
  })
  if (known.value && known.value.providers.length === 0) return null
  return (
    <section class="section">
      <h2>{text.identities}</h2>
      <AnsweredPart answer={known}>
        {({ identities, providers }) => (
          <>
            <p class="faint">{identities.length > 0 ? text.identitiesLead : text.noIdentities}</p>
            {identities.length > 0 && (
              <table class="table">
                <caption class="unseen">{text.identities}</caption>
                <tbody>
                  {identities.map(identity => (
                    <IdentityRow key={identity.id} identity={identity} onRemoved={known.ask} />
                  ))}
                </tbody>
              </table>
            )}
            <div class="buttons">
              {providers.map(provider => (
                <LinkButton key={provider.id} provider={provider} />
              ))}
            </div>
          </>
        )}
      </AnsweredPart>
    </section>
  )
}

interface IdentityRowProps {
  identity: Identity
  onRemoved: () => void
}

function IdentityRow({ identity, onRemoved }: IdentityRowProps) {
  const text = useAdminText().myAccount
  const { host } = useSurroundings()
  const toast = useToast()
  const deed = useDeed(async () => {
    await call(host, removeIdentity, { params: { identityId: identity.id } })
    onRemoved()
    toast({ message: text.unlinked })
  })
  return (
    <tr>
      <th scope="row">{identity.providerName}</th>
      <td class="faint words">{identity.label}</td>
      <td>
        <Button busy={deed.isBusy} onClick={deed.run} aria-label={text.unlinkNamed(identity.label)}>
          {text.unlink}
        </Button>
        {deed.failure && <FailureNotice failure={deed.failure} />}
      </td>
    </tr>
  )
}

function LinkButton({ provider }: { provider: { id: string; name: string } }) {
  const text = useAdminText().myAccount
  const { host } = useSurroundings()
  const deed = useDeed(() => setOutToLink(host, provider.id))
  return (
    <>
      <Button icon={Link2} busy={deed.isBusy} onClick={deed.run}>
        {text.link(provider.name)}
      </Button>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </>
  )
}
