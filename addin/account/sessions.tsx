import { LogOut } from 'lucide'
import { endOtherSessions, endSession, type KnownSession, listSessions } from '../../shared/session.ts'
import { call } from '../api/call.ts'
import { AnsweredPart } from '../app/answered.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { Moment } from '../ui/moment.tsx'
import { useToast } from '../ui/toast.tsx'
import { nameDevice } from './name-device.ts'

/** Where one is signed in, and how to end that elsewhere. */
export function Sessions() {
  const text = useAdminText().myAccount
  const { host } = useSurroundings()
  const toast = useToast()
  const sessions = useAnswer('my sessions', () => call(host, listSessions))
  const others = useDeed(async () => {
    await call(host, endOtherSessions)
    sessions.ask()
    toast({ message: text.othersEnded })
  })
  return (
    <section class="section">
      <h2>{text.sessions}</h2>
      <p class="faint">{text.sessionsLead}</p>
      <AnsweredPart answer={sessions}>
        {({ items }) => (
          <>
            <SessionTable sessions={items} onEnded={sessions.ask} />
            {others.failure && <FailureNotice failure={others.failure} />}
            {items.length > 1 && (
              <Button icon={LogOut} busy={others.isBusy} onClick={others.run}>
                {text.endOthers}
              </Button>
            )}
          </>
        )}
      </AnsweredPart>
    </section>
  )
}

interface SessionTableProps {
  sessions: KnownSession[]
  onEnded: () => void
}

function SessionTable({ sessions, onEnded }: SessionTableProps) {
  const text = useAdminText().myAccount
  return (
    <table class="table">
      <caption class="unseen">{text.sessions}</caption>
      <thead>
        <tr>
          <th scope="col">{text.device}</th>
          <th scope="col">{text.door}</th>
          <th scope="col">{text.seen}</th>
          <th scope="col">
            <span class="unseen">{text.end}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sessions.map(session => (
          <SessionRow key={session.id} session={session} onEnded={onEnded} />
        ))}
      </tbody>
    </table>
  )
}

interface SessionRowProps {
  session: KnownSession
  onEnded: () => void
}

function SessionRow({ session, onEnded }: SessionRowProps) {
  const text = useAdminText().myAccount
  const { host } = useSurroundings()
  const toast = useToast()
  const device = nameDevice(session.device) || text.unknownDevice
  const deed = useDeed(async () => {
    await call(host, endSession, { params: { sessionId: session.id } })
    onEnded()
    toast({ message: text.ended })
  })
  return (
    <tr>
      <th scope="row">
        {device}
        <span class="small faint"> {session.address}</span>
      </th>
      <td class="faint">{text.doors[session.door]}</td>
      <td class="faint">
        <Moment at={session.seenAt} />
      </td>
      <td>
        {session.isThis ? (
          <span class="tag">{text.thisOne}</span>
        ) : (
          <Button busy={deed.isBusy} onClick={deed.run} aria-label={text.endNamed(`${device} ${session.address}`)}>
            {text.end}
          </Button>
        )}
        {deed.failure && <FailureNotice failure={deed.failure} />}
      </td>
    </tr>
  )
}
