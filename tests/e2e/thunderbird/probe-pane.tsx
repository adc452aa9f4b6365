import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { MailHost, OpenMessage } from '../../../addin/host/mail-host.ts'

/** A pane that shows what the host says, to prove the adapter without the real pane. */
export function mountPane(root: ShadowRoot | HTMLElement, host: MailHost): () => void {
  render(<Probe host={host} />, root)
  return () => render(null, root)
}

function Probe({ host }: { host: MailHost }) {
  const [message, setMessage] = useState<OpenMessage | null>(null)
  const [answer, setAnswer] = useState('')
  const [news, setNews] = useState(0)

  useEffect(() => {
    void look(host, setMessage, setAnswer)
  }, [host, news])
  useEffect(() => host.onMaybeNews(() => setNews(count => count + 1)), [host])

  return (
    <div style="padding: 12px; overflow-wrap: anywhere">
      <h2 style="font: inherit; font-weight: 600; margin: 0">{message?.subject}</h2>
      <p>{message?.from.map(({ name, address }) => `${name} <${address}>`).join(', ')}</p>
      <pre style="white-space: pre-wrap; font-size: 11px">{JSON.stringify(message)}</pre>
      <p>{answer}</p>
      <p>
        news {news} in {host.language()}
      </p>
      <button type="button" onClick={() => void file(host, setAnswer)}>
        Przypisz
      </button>
      <button type="button" onClick={() => void host.openPage('/contractors/1')}>
        Otwórz kartotekę
      </button>
    </div>
  )
}

type Say<Value> = (value: Value) => void

async function look(host: MailHost, setMessage: Say<OpenMessage | null>, setAnswer: Say<string>): Promise<void> {
  const message = await host.openMessage()
  setMessage(message)
  const headers = { 'content-type': 'application/json' }
  const reply = await host.fetch('/api/lookup', { method: 'POST', headers, body: JSON.stringify(message) })
  setAnswer(`${reply.status} ${reply.body}`)
}

async function file(host: MailHost, setAnswer: Say<string>): Promise<void> {
  const headers = { 'content-type': 'message/rfc822' }
  const reply = await host.fetch('/api/messages', { method: 'POST', headers, body: await host.source() })
  setAnswer(`${reply.status} ${reply.body}`)
}
