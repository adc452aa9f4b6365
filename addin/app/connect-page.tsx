import { useState } from 'preact/hooks'
import { handOver } from '../../shared/sign-in-provider.ts'
import type { Me } from '../../shared/user.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'
import { doorText } from '../text/door.ts'
import { Button } from '../ui/button.tsx'
import { DoorPage } from './door-page.tsx'
import { FailureNotice } from './plain-pages.tsx'
import type { Settings } from './settings.tsx'
import { useWords } from './surroundings.ts'
import { useDeed } from './use-deed.ts'

/**
 * Where Thunderbird waits for an answer: the address that it keeps for our add-on (SHA-1 of the id), which no web site can
 * own. A free address in the link would let a stranger's link collect what lets him in.
 */
const thunderbird = 'https://cfcae703cda060d437b0140331b1abd2f7c663d5.extensions.allizom.org/'

interface ConnectPageProps {
  host: MailHost
  me: Me
  challenge: string
  settings: Settings
  onLeave: () => void
  /** Brings the code to the mail program that opened this page. */
  deliver?: (code: string) => void
}

/** Hands a session over to the mail program that opened this page, after one click of its owner. */
export function ConnectPage({ host, me, challenge, settings, onLeave, deliver = toThunderbird }: ConnectPageProps) {
  const text = useWords(doorText).door
  const [isDone, setIsDone] = useState(false)
  const deed = useDeed(async () => {
    const { code } = await call(host, handOver, { body: { challenge } })
    setIsDone(true)
    deliver(code)
  })
  return (
    <DoorPage title={text.connectTitle} lead={isDone ? text.connected : text.connectLead(me.name)} settings={settings}>
      {!isDone && (
        <>
          {deed.failure && <FailureNotice failure={deed.failure} />}
          <Button look="primary" wide busy={deed.isBusy} onClick={deed.run}>
            {text.connect}
          </Button>
          <Button wide onClick={onLeave}>
            {text.notMe}
          </Button>
        </>
      )}
    </DoorPage>
  )
}

function toThunderbird(code: string) {
  location.replace(`${thunderbird}?code=${code}`)
}
