import { Download } from 'lucide'
import { useState } from 'preact/hooks'
import { exportAudit, readAudit } from '../../shared/audit.ts'
import { call } from '../api/call.ts'
import { pathOf } from '../api/send.ts'
import { PageHeading } from '../app/page-heading.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { useList } from '../app/use-list.ts'
import { Empty } from '../file/empty.tsx'
import { ListEnd } from '../file/list-end.tsx'
import { useSaving } from '../file/use-saving.ts'
import { Button } from '../ui/button.tsx'
import { Late, SkeletonRows } from '../ui/skeleton.tsx'
import { AdminOnly } from './admin-only.tsx'
import { AuditFilter, type AuditWish, questionOf } from './audit-filter.tsx'
import { AuditTable } from './audit-table.tsx'
import { AuditVerdict } from './audit-verdict.tsx'
import '../file/file.css'
import './access-page.css'

/** The log: who did what and when, without anything that the administrator may not see. */
export function AuditPage() {
  return (
    <AdminOnly>
      <Audit />
    </AdminOnly>
  )
}

function Audit() {
  const { audit: text, auditExport } = useAdminText()
  const { host } = useSurroundings()
  const [wish, setWish] = useState<AuditWish>({ userId: '', verb: '', object: '', from: '', to: '' })
  const question = questionOf(wish)
  const list = useList(`audit ${JSON.stringify(question)}`, wanted =>
    call(host, readAudit, { querystring: { ...question, ...wanted } }),
  )
  const save = useSaving()
  const saving = useDeed(() => save(pathOf(exportAudit, { querystring: question }), 'audit.csv'))
  return (
    <div class="page">
      <div class="page-top">
        <div>
          <PageHeading title={text.title} />
          <p class="faint">{text.lead}</p>
        </div>
        <Button icon={Download} busy={saving.isBusy} onClick={saving.run}>
          {auditExport}
        </Button>
      </div>
      {saving.failure && <FailureNotice failure={saving.failure} />}
      <AuditVerdict />
      <AuditFilter wish={wish} onWish={setWish} />
      {list.state === 'failed' && list.failure && <FailureNotice failure={list.failure} onRetry={list.ask} />}
      {list.state === 'waiting' && (
        <Late>
          <SkeletonRows rows={8} />
        </Late>
      )}
      {list.state === 'ready' && list.rows.length === 0 && !list.isStale && (
        <Empty heading={text.emptyTitle}>{text.empty}</Empty>
      )}
      {list.rows.length > 0 && (
        <div class="list" aria-busy={list.isStale}>
          <AuditTable entries={list.rows} />
          <ListEnd list={list} />
        </div>
      )}
    </div>
  )
}
