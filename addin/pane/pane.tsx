import { CalendarDays } from 'lucide'
import { useEffect } from 'preact/hooks'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.ts'
import { fetchParts } from '../ui/later.tsx'
import { Notice } from '../ui/notice.tsx'
import { WithDocumentTypes } from '../ui/with-document-types.tsx'
import { Account } from './account.tsx'
import { DraftFile } from './draft-file.tsx'
import { useHost } from './host-context.ts'
import { LeftRun, NoMail, SeveralMails, SignIn } from './later-parts.ts'
import { Loading } from './loading.tsx'
import { MailFile } from './mail-file.tsx'
import { Queue } from './queue.tsx'
import { useOpenMessage } from './use-open-message.ts'
import { useSession } from './use-session.ts'

/** By then the first file is painted. */
const PARTS_AFTER_MS = 500

/** What stands beside the open mail: the way in when nobody is signed in, else the file. */
export function Pane() {
  const host = useHost()
  const { signedOut, user, tryAgain } = useSession(host)
  useEffect(() => {
    const timer = setTimeout(() => void fetchParts(), PARTS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  if (signedOut) return <SignIn onTryAgain={tryAgain} />
  return (
    <WithDocumentTypes host={host} afterMs={PARTS_AFTER_MS}>
      <Queue />
      {host.readSelected && !host.fileRest && <LeftRun user={user} />}
      <Content />
      {user && <Account user={user} />}
    </WithDocumentTypes>
  )
}

function Content() {
  const text = useText()
  const screen = useOpenMessage(useHost())
  if (screen.is === 'open') return <MailFile message={screen.message} />
  if (screen.is === 'draft') return <DraftFile draft={screen.draft} />
  if (screen.is === 'several')
    return <SeveralMails key={screen.mails.map(({ id }) => id).join(' ')} mails={screen.mails} />
  if (screen.is === 'appointment') return <Appointment />
  if (screen.is === 'none') return <NoMail />
  if (screen.is === 'asking') return <Loading />
  return (
    <div class="part">
      <Notice>{text.trouble.host}</Notice>
    </div>
  )
}

function Appointment() {
  const text = useText().appointment
  return (
    <div class="part">
      <div class="blank">
        <Icon shape={CalendarDays} />
        <h2>{text.heading}</h2>
        <p class="faint">{text.hint}</p>
      </div>
    </div>
  )
}
