import { readSystem, type System } from '../../shared/system.ts'
import { call } from '../api/call.ts'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { Fact } from '../file/facts.tsx'
import { showSize } from '../file/show-size.ts'
import { useLanguage } from '../ui/language.ts'
import { Moment } from '../ui/moment.tsx'
import { BackupState } from './backup-state.tsx'
import { Licences } from './licences.tsx'
import { SettingsFrame } from './settings-frame.tsx'

/** The state of the installation: versions, health, backups, room and licences. */
export function SystemPage() {
  const text = useAdminText().system
  const { host } = useSurroundings()
  return (
    <SettingsFrame name="system" question={() => call(host, readSystem)} title={text.title} lead={text.lead}>
      {known => (
        <>
          <About system={known} />
          <BackupState backup={known.backup} />
          <Storage system={known} />
          <Licences />
        </>
      )}
    </SettingsFrame>
  )
}

function About({ system }: { system: System }) {
  const text = useAdminText().system
  return (
    <section class="section" aria-labelledby="about">
      <h2 id="about">{text.about}</h2>
      <dl class="facts">
        <Fact word={text.version}>{system.version}</Fact>
        <Fact word={text.schema}>{text.schemaOf(system.schema.newest, system.schema.count)}</Fact>
        <Fact word={text.postgres}>{system.postgres}</Fact>
        <Fact word={text.node}>{system.node}</Fact>
        <Fact word={text.started}>
          <Moment at={system.startedAt} />
        </Fact>
        <Fact word={text.queue}>{system.queueWorks ? text.queueWorks : <strong>{text.queueStands}</strong>}</Fact>
      </dl>
    </section>
  )
}

function Storage({ system: { files, database, disk } }: { system: System }) {
  const text = useAdminText().system
  const language = useLanguage()
  const size = (bytes: number) => showSize(language, bytes)
  const count = new Intl.NumberFormat(language)
  return (
    <section class="section" aria-labelledby="storage">
      <h2 id="storage">{text.storage}</h2>
      <dl class="facts">
        <Fact word={text.disk}>{text.diskOf(size(disk.free), size(disk.total))}</Fact>
        <Fact word={text.database}>{size(database.bytes)}</Fact>
        {files.kinds.map(one => (
          <Fact key={one.kind} word={text.kinds[one.kind]}>
            {text.pieces(count.format(one.count), size(one.bytes))}
          </Fact>
        ))}
      </dl>
      <Sizes
        heading={text.growth}
        name={text.month}
        rows={files.months.map(({ month, bytes }) => ({ name: month, bytes }))}
      />
      <Sizes heading={text.tables} name={text.table} rows={database.tables} />
    </section>
  )
}

interface SizesProps {
  heading: string
  name: string
  rows: { name: string; bytes: number }[]
}

function Sizes({ heading, name, rows }: SizesProps) {
  const text = useAdminText().system
  const language = useLanguage()
  if (rows.length === 0) return null
  return (
    <details>
      <summary>{heading}</summary>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col">{text.size}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <td class="number">{showSize(language, row.bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
