import { useState } from 'preact/hooks'
import type { DocumentVersion } from '../../shared/document-version.ts'
import { linkTo } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { Moment } from '../ui/moment.tsx'
import { Notice } from '../ui/notice.tsx'

interface VersionOfferProps {
  offered: DocumentVersion
  onLink: () => Promise<void>
}

/** Asks whether a document is a version of one that looks like it; a no is good for this visit. */
export function VersionOffer({ offered, onLink }: VersionOfferProps) {
  const text = useAppText().versions
  const [isRefused, setIsRefused] = useState(false)
  const link = useDeed(onLink)
  if (isRefused) return null
  return (
    <Notice look="calm">
      <p>
        {text.question} <a href={linkTo({ name: 'item', itemId: offered.itemId })}>{offered.title}</a>{' '}
        <Moment at={offered.occurredAt} class="small faint" />
      </p>
      <span class="buttons">
        <Button busy={link.isBusy} onClick={link.run}>
          {text.yes}
        </Button>
        <Button look="quiet" onClick={() => setIsRefused(true)}>
          {text.no}
        </Button>
      </span>
      {link.failure && <FailureNotice failure={link.failure} />}
    </Notice>
  )
}
