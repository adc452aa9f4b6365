import { useEffect, useRef, useState } from 'preact/hooks'
import { type PersonReport, personCounts, readPersonReport } from '../../shared/person-data.ts'
import { call } from '../api/call.ts'
import { contractorLink } from '../app/page-link.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { Fact } from '../file/facts.tsx'
import { useLanguage } from '../ui/language.ts'
import { Moment } from '../ui/moment.tsx'
import { Notice } from '../ui/notice.tsx'
import { useToast } from '../ui/toast.tsx'
import { PersonErasure } from './person-erasure.tsx'
import { PersonExport } from './person-export.tsx'
import { PersonHoldPart } from './person-hold.tsx'

interface PersonReportPartProps {
  address: string
  /** Told when her erasure was asked for. */
  onErased: () => void
}

/** What there is of one person, in numbers and places. */
export function PersonReportPart({ address, onErased }: PersonReportPartProps) {
  const text = useAdminText().personData
  const { host } = useSurroundings()
  const report = useAnswer(`person ${address}`, () => call(host, readPersonReport, { body: { address } }))
  const toast = useToast()
  // What was counted before a hold was placed or lifted is void.
  const [holds, setHolds] = useState(0)
  const known = report.value
  const heading = useRef<HTMLHeadingElement>(null)
  // She stands below the list of who it may be.
  useEffect(() => heading.current?.focus(), [known === undefined])
  return (
    <>
      {report.failure && <FailureNotice failure={report.failure} onRetry={report.ask} />}
      {known && (
        <section class="section" aria-labelledby="person-report">
          <h2 id="person-report" ref={heading} tabIndex={-1}>
            {text.reportTitle(known.address)}
          </h2>
          {known.isOwn && <Notice look="calm">{text.ownHint}</Notice>}
          <WhoSheIs report={known} />
          <Counts report={known} />
          <Files report={known} />
          <PersonExport address={known.address} />
          <PersonHoldPart
            address={known.address}
            addresses={known.addresses}
            onChanged={() => setHolds(before => before + 1)}
          />
          <PersonErasure
            key={holds}
            address={known.address}
            onAsked={() => {
              toast({ message: text.asked })
              onErased()
            }}
          />
        </section>
      )}
    </>
  )
}

function WhoSheIs({ report }: { report: PersonReport }) {
  const text = useAdminText().personData
  return (
    <dl class="facts">
      {report.names.length > 0 && <Fact word={text.names}>{report.names.join(', ')}</Fact>}
      <Fact word={text.addresses}>{report.addresses.join(', ')}</Fact>
      {report.oldest && report.newest && (
        <Fact word={text.period}>
          <Moment at={report.oldest} /> – <Moment at={report.newest} />
        </Fact>
      )}
      <Fact word={text.hash}>
        <code class="person-hash">{report.hash}</code>
      </Fact>
    </dl>
  )
}

function Counts({ report: { counts } }: { report: PersonReport }) {
  const text = useAdminText().personData
  const count = new Intl.NumberFormat(useLanguage())
  const there = personCounts.filter(name => counts[name] > 0)
  return (
    <section class="person-part" aria-labelledby="person-counts">
      <div>
        <h3 id="person-counts">{text.countsTitle}</h3>
        <p class="small faint">{text.countsHint}</p>
      </div>
      {there.length === 0 && <p>{text.nothing}</p>}
      {there.length > 0 && (
        <ul class="person-counts" aria-labelledby="person-counts">
          {there.map(name => (
            <li key={name}>
              <span>{text.counts[name]}</span> <strong class="number">{count.format(counts[name])}</strong>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Files({ report: { files } }: { report: PersonReport }) {
  const text = useAdminText().personData
  return (
    <section class="person-part" aria-labelledby="person-files">
      <h3 id="person-files">{text.filesTitle}</h3>
      {files.length === 0 && <p class="faint">{text.noFiles}</p>}
      {files.length > 0 && (
        <ul class="entry-list" aria-labelledby="person-files">
          {files.map((file, n) => (
            <li key={file.contractorId ?? n}>
              <div class="entry-facts">
                {file.contractorId ? (
                  <a href={contractorLink(file.contractorId)}>{file.name}</a>
                ) : (
                  <span class="faint">{text.hiddenFile}</span>
                )}
                <span class="small faint">{text.inFile(file.mails, file.documents, file.people)}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
