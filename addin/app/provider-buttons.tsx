import { LogIn } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { listProviders } from '../../shared/sign-in-provider.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'
import { doorText } from '../text/door.ts'
import { Button } from '../ui/button.tsx'
import { FailureNotice } from './plain-pages.tsx'
import { setOut } from './provider-visit.ts'
import { useWords } from './surroundings.ts'
import { useDeed } from './use-deed.ts'

interface ProviderButtonsProps {
  host: MailHost
  lead: string
  /** Token of an invitation that the provider's answer is linked by. */
  link?: string
  /** How one leaves for a provider, where that is otherwise than usual. */
  setOut?: (providerId: string) => Promise<void>
}

/** The ways in beside the password, where the company has set some up. Without an answer there simply are none. */
export function ProviderButtons({
  host,
  lead,
  link,
  setOut: leave = providerId => setOut(host, providerId, { ...(link && { link }) }),
}: ProviderButtonsProps) {
  const [providers, setProviders] = useState<{ id: string; name: string }[]>([])

  useEffect(() => {
    let isCurrent = true
    call(host, listProviders).then(
      ({ items }) => isCurrent && setProviders(items),
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [host])

  if (providers.length === 0) return null
  return (
    <div class="ways">
      <p class="small faint">{lead}</p>
      {providers.map(provider => (
        <ProviderButton key={provider.id} provider={provider} onLeave={() => leave(provider.id)} />
      ))}
    </div>
  )
}

interface ProviderButtonProps {
  provider: { id: string; name: string }
  onLeave: () => Promise<void>
}

function ProviderButton({ provider, onLeave }: ProviderButtonProps) {
  const text = useWords(doorText).door
  const deed = useDeed(onLeave)
  return (
    <>
      <Button icon={LogIn} wide busy={deed.isBusy} onClick={deed.run}>
        {text.provider(provider.name)}
      </Button>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </>
  )
}
