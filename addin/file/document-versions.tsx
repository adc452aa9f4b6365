import { type DocumentVersion, linkVersion, readVersions, unlinkVersion } from '../../shared/document-version.ts'
import { call } from '../api/call.ts'
import { linkTo } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAppText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage } from '../ui/language.ts'
import { Moment } from '../ui/moment.tsx'
import { showSize } from './show-size.ts'
import { VersionOffer } from './version-offer.tsx'
import './versions.css'

interface DocumentVersionsProps {
  documentId: string
  mayFile: boolean
}

/** The versions of a document, and the question whether it is one of a document that looks like it. */
export function DocumentVersions({ documentId, mayFile }: DocumentVersionsProps) {
  const text = useAppText().versions
  const { host } = useSurroundings()
  const answer = useAnswer(`versions ${documentId}`, () => call(host, readVersions, { params: { documentId } }))
  const unlink = useDeed(async () => {
    await call(host, unlinkVersion, { params: { documentId } })
    answer.ask()
  })
  const known = answer.value
  if (!known) return null
  const [offered] = known.offered
  return (
    <>
      {mayFile && offered && (
        <VersionOffer
          key={offered.documentId}
          offered={offered}
          onLink={async () => {
            await call(host, linkVersion, { params: { documentId, otherId: offered.documentId } })
            answer.ask()
          }}
        />
      )}
      {known.versions.length > 0 && (
        <section class="section" aria-labelledby="versions">
          <div class="section-top">
            <h2 id="versions">{text.title}</h2>
            {mayFile && (
              <Button look="quiet" busy={unlink.isBusy} onClick={unlink.run}>
                {text.unlink}
              </Button>
            )}
          </div>
          {unlink.failure && <FailureNotice failure={unlink.failure} />}
          <ul class="version-rows" aria-labelledby="versions">
            {known.versions.map(version => (
              <VersionRow key={version.documentId} version={version} isThis={version.documentId === documentId} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

interface VersionRowProps {
  version: DocumentVersion
  isThis: boolean
}

function VersionRow({ version, isThis }: VersionRowProps) {
  const text = useAppText().versions
  const language = useLanguage()
  return (
    <li class="version-row">
      {isThis ? (
        <span class="version-title">
          {version.title} · <strong>{text.isThis}</strong>
        </span>
      ) : (
        <a class="version-title" href={linkTo({ name: 'item', itemId: version.itemId })}>
          {version.title}
        </a>
      )}
      <span class="small faint number">{showSize(language, version.size)}</span>
      <Moment at={version.occurredAt} class="small faint" />
    </li>
  )
}
