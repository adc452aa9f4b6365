import { Image } from 'lucide'
import { useAppText } from '../app/surroundings.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import type { RemotePictures } from './use-remote-pictures.ts'

interface RemotePicturesNoticeProps {
  remote: RemotePictures
  blocked: string[]
  mayLoad: boolean
}

/** Says that pictures from the net were left out and, where the company allows it, has them fetched by the server. */
export function RemotePicturesNotice({ remote, blocked, mayLoad }: RemotePicturesNoticeProps) {
  const { mail, remotePictures: text } = useAppText()
  if (remote.state === 'shown')
    return remote.failed > 0 ? <Notice look="calm">{text.failed(remote.failed)}</Notice> : null
  if (blocked.length === 0) return null
  return (
    <Notice look="calm">
      <p>{mail.blocked(blocked.length)}</p>
      {mayLoad && (
        <>
          <p class="small faint">{text.hint}</p>
          <Button icon={Image} busy={remote.state === 'loading'} onClick={() => remote.show(blocked)}>
            {remote.state === 'loading' ? text.loading : text.show}
          </Button>
        </>
      )}
    </Notice>
  )
}
