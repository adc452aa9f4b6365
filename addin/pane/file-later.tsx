import { useState } from 'preact/hooks'
import type { OpenMessage } from '../host/mail-host.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.ts'
import { useToast } from '../ui/toast.tsx'
import { useHost } from './host-context.ts'
import { waitingFiling } from './queue-filing.ts'

/** Where the server is away and nobody knows whose mail it is: it is handed in when the server is back, which then decides. */
export function FileLater({ message }: { message: OpenMessage }) {
  const text = useText().queue
  const toast = useToast()
  const host = useHost()
  const [busy, setBusy] = useState(false)

  async function keep() {
    setBusy(true)
    try {
      await host.queue?.add(waitingFiling(message, null, ''), await host.source())
      toast({ message: text.added })
    } catch {
      toast({ message: text.notAdded })
    }
    setBusy(false)
  }

  return (
    <Button busy={busy} onClick={() => void keep()}>
      {text.later}
    </Button>
  )
}
