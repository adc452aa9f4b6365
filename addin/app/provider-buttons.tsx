import { LogIn } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { listProviders } from '../../shared/sign-in-provider.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { FailureNotice } from './plain-pages.tsx'
import { setOut } from './provider-visit.ts'
import { useAppText } from './surroundings.ts'
import { useDeed } from './use-deed.ts'

interface ProviderButtonsProps {
  host: MailHost
  lead: string
  /** Token of an invitation that the provider's answer is linked by. */
  link?: string
}

/** The ways in beside the password, where the company has set some up. Without an answer there simply are none. */
export function ProviderButtons({ host, lead, link }: ProviderButtonsProps) {
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
        <ProviderButton key={provider.id} host={host} provider={provider} {...(link && { link })} />
      ))}
    </div>
  )
}

interface ProviderButtonProps {
  host: MailHost
  provider: { id: string; name: string }
  link?: string
}

function ProviderButton({ host, provider, link }: ProviderButtonProps) {
  const text = useAppText().door
  const deed = useDeed(() => setOut(host, provider.id, { ...(link && { link }) }))
  return (
    <>
      <Button icon={LogIn} wide busy={deed.isBusy} onClick={deed.run}>
        {text.provider(provider.name)}
      </Button>
      {deed.failure && <FailureNotice failure={deed.failure} />}
    </>
  )
}
