import { Download } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import { useAppText } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.ts'
import { Moment } from '../ui/moment.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { openCleaningRoom } from './cleaning-room.ts'
import { fileNameOf, saveBytes } from './download.ts'
import { FileText } from './file-text.tsx'
import { MailHeads, MailWords } from './mail-words.tsx'
import { type AttachedMail as Mail, readAttachedMail } from './read-attached-mail.ts'
import { showSize } from './show-size.ts'

interface AttachedMailProps {
  bytes: Uint8Array<ArrayBuffer>
  /** The file as it is written: what is shown where it cannot be read as a mail. Empty where it is written in no words. */
  source: string
}

/** A mail that came as a file of another: from whom to whom, what it says, and what came with it. */
export function AttachedMail({ bytes, source }: AttachedMailProps) {
  const text = useAppText().mail
  const [mail, setMail] = useState<Mail | 'unreadable'>()
  useEffect(() => {
    let isCurrent = true
    void Promise.all([readAttachedMail(bytes), openCleaningRoom()]).then(
      ([read]) => isCurrent && setMail(read),
      () => isCurrent && setMail('unreadable'),
    )
    return () => {
      isCurrent = false
    }
  }, [bytes])
  if (!mail) return <Skeleton height="240px" />
  if (mail === 'unreadable') return source ? <FileText text={source} /> : <p class="faint">{text.noMail}</p>
  return (
    <div class="attached-mail">
      <Top mail={mail} />
      <MailHeads message={mail.message} />
      {/* Of whom no pictures may be asked for. */}
      <MailWords itemId="" message={mail.message} />
      {mail.files.length > 0 && <Files files={mail.files} more={mail.moreFiles} />}
    </div>
  )
}

function Top({ mail: { subject, sentAt } }: { mail: Mail }) {
  const text = useAppText().filters
  return (
    <div class="attached-mail-top">
      <h3>{subject.trim() || text.noSubject}</h3>
      {sentAt && <Moment at={sentAt} look="exact" class="small faint" />}
    </div>
  )
}

function Files({ files, more }: Pick<Mail, 'files'> & { more: number }) {
  const { item, mail } = useAppText()
  const language = useLanguage()
  return (
    <>
      <h3>{item.attachments}</h3>
      <ul class="attached-files" aria-label={item.attachments}>
        {files.map(({ name, bytes }, index) => (
          <li key={index}>
            <span>{name || item.noName}</span>
            <span class="small faint">{showSize(language, bytes.length)}</span>
            <Button
              look="bare"
              icon={Download}
              aria-label={mail.downloadOf(name || item.noName)}
              onClick={() => saveBytes(bytes, fileNameOf(name, ''))}
            />
          </li>
        ))}
      </ul>
      {more > 0 && <p class="small faint">{mail.moreFiles(more)}</p>}
    </>
  )
}
