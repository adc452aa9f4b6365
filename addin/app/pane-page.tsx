import { X } from 'lucide'
import { useState } from 'preact/hooks'
import { HostContext } from '../pane/host-context.ts'
import { MailDrop } from '../pane/mail-drop.tsx'
import { Pane } from '../pane/pane.tsx'
import { Button } from '../ui/button.tsx'
import { openMailFile } from './open-mail-file.ts'
import { PageHeading } from './page-heading.tsx'
import { useAppText, useSurroundings } from './surroundings.ts'
import '../pane/pane.css'
import './pane-page.css'

/** The pane as it stands beside a mail, for a mail that one drops here or names by its Message-ID. */
export function PanePage() {
  const text = useAppText().pane
  const { host } = useSurroundings()
  const [shown, setShown] = useState<string>()

  return (
    <div class="page">
      <div class="page-top">
        <div>
          <PageHeading title={text.title} />
          <p class="faint">{text.lead}</p>
        </div>
      </div>
      <div class="pane-page">
        <div class="mail-choice">
          <MailDrop
            onFile={async file => {
              await openMailFile(host, file)
              setShown(file instanceof File ? file.name : '')
            }}
            onMessageId={messageId => {
              host.openMessageId(messageId)
              setShown(messageId)
            }}
          />
          {shown !== undefined && (
            <ShownMail
              name={shown}
              onClose={() => {
                host.close()
                setShown(undefined)
              }}
            />
          )}
        </div>
        <section class="pane stage" aria-label={text.area}>
          <HostContext.Provider value={host}>
            <Pane />
          </HostContext.Provider>
        </section>
      </div>
    </div>
  )
}

interface ShownMailProps {
  name: string
  onClose: () => void
}

function ShownMail({ name, onClose }: ShownMailProps) {
  const text = useAppText().pane
  return (
    <p class="shown">
      <span class="faint">{text.open}: </span>
      <span class="cut" title={name}>
        {name}
      </span>
      <Button look="bare" icon={X} aria-label={text.clear} title={text.clear} onClick={onClose} />
    </p>
  )
}
