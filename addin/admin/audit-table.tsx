import { Hourglass, Link2 } from 'lucide'
import type { AuditEntry } from '../../shared/audit.ts'
import { caseLink, contractorLink, linkTo } from '../app/page-link.ts'
import { useAdminText } from '../app/surroundings.ts'
import { Icon } from '../ui/icon.tsx'
import { Moment } from '../ui/moment.tsx'

interface AuditTableProps {
  entries: AuditEntry[]
}

/** Entries of the log, newest first. */
export function AuditTable({ entries }: AuditTableProps) {
  const text = useAdminText().audit
  return (
    <table class="table audit">
      <caption class="unseen">{text.list}</caption>
      <thead>
        <tr>
          <th scope="col">{text.what}</th>
          <th scope="col">{text.who}</th>
          <th scope="col">{text.object}</th>
          <th scope="col">{text.when}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(entry => (
          <AuditRow key={entry.id} entry={entry} />
        ))}
      </tbody>
    </table>
  )
}

function AuditRow({ entry }: { entry: AuditEntry }) {
  const text = useAdminText().audit
  const verbs: Record<string, string> = text.verbs
  const details = Object.entries(entry.details).filter(([, value]) => value !== null)
  return (
    <tr>
      <th scope="row">
        {verbs[entry.verb] ?? entry.verb}
        {details.length > 0 && (
          <details>
            <summary class="small faint">{text.details}</summary>
            {details.map(([name, value]) => (
              <code key={name} class="cut">
                {name}: {typeof value === 'string' ? value : JSON.stringify(value)}
              </code>
            ))}
          </details>
        )}
      </th>
      <td>{entry.userName ?? text.nobody}</td>
      <td>
        <ObjectOf entry={entry} />
      </td>
      <td class="faint">
        <Moment at={entry.at} />{' '}
        <span title={entry.sealed ? text.sealed : text.unsealed}>
          <Icon shape={entry.sealed ? Link2 : Hourglass} />
          <span class="unseen">{entry.sealed ? text.sealed : text.unsealed}</span>
        </span>
      </td>
    </tr>
  )
}

function ObjectOf({ entry: { objectType, objectId, objectName } }: { entry: AuditEntry }) {
  const text = useAdminText().audit
  const objects: Record<string, string> = text.objects
  const link = objectName === null ? null : linkOf(objectType, objectId)
  return (
    <>
      {objects[objectType] ?? objectType} {link ? <a href={link}>{objectName}</a> : objectName}
      {objectName === null && (
        <code class="faint" title={text.hidden}>
          {objectId}
        </code>
      )}
    </>
  )
}

function linkOf(objectType: string, objectId: string): string | null {
  if (objectType === 'item') return linkTo({ name: 'item', itemId: objectId })
  if (objectType === 'case') return caseLink(objectId)
  return objectType === 'contractor' ? contractorLink(objectId) : null
}
