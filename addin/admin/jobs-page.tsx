import { type DeadJob, type JobCount, listJobs } from '../../shared/job.ts'
import { call } from '../api/call.ts'
import { Answered } from '../app/answered.tsx'
import { PageHeading } from '../app/page-heading.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { Empty } from '../file/empty.tsx'
import { Moment } from '../ui/moment.tsx'
import { AdminOnly } from './admin-only.tsx'
import { JobActions } from './job-actions.tsx'
import '../file/file.css'
import './health.css'

/** What is done in the background: how much of it waits, and what failed for good. */
export function JobsPage() {
  return (
    <AdminOnly>
      <Jobs />
    </AdminOnly>
  )
}

function Jobs() {
  const text = useAdminText().jobs
  const { host } = useSurroundings()
  const jobs = useAnswer('jobs', () => call(host, listJobs, { querystring: { limit: 200 } }))
  return (
    <Answered answer={jobs}>
      {({ items, counts }) => (
        <div class="page">
          <div class="page-top">
            <div>
              <PageHeading title={text.title} />
              <p class="faint">{text.lead}</p>
            </div>
          </div>
          <h2>{text.now}</h2>
          {counts.length === 0 ? <Empty heading={text.quietTitle}>{text.quiet}</Empty> : <Counts counts={counts} />}
          <h2>{text.failed}</h2>
          {items.length === 0 ? <p class="faint">{text.none}</p> : <Failed jobs={items} onSettled={jobs.ask} />}
        </div>
      )}
    </Answered>
  )
}

function Counts({ counts }: { counts: JobCount[] }) {
  const text = useAdminText().jobs
  return (
    <ul class="health-list">
      {counts.map(count => (
        <li key={count.task}>
          <strong>{text.tasks[count.task]}</strong>
          <dl class="health-facts">
            {(['waiting', 'retrying', 'running', 'dead'] as const).map(state => (
              <div key={state}>
                <dt>{text[state]}</dt>
                <dd>{count[state]}</dd>
              </div>
            ))}
            {count.oldest && (
              <div>
                <dt>{text.oldest}</dt>
                <dd>
                  <Moment at={count.oldest} />
                </dd>
              </div>
            )}
          </dl>
        </li>
      ))}
    </ul>
  )
}

interface FailedProps {
  jobs: DeadJob[]
  onSettled: () => void
}

function Failed({ jobs, onSettled }: FailedProps) {
  const text = useAdminText().jobs
  return (
    <table class="table jobs">
      <caption class="unseen">{text.failed}</caption>
      <thead>
        <tr>
          <th scope="col">{text.task}</th>
          <th scope="col">{text.error}</th>
          <th scope="col">{text.since}</th>
          <th scope="col">
            <span class="unseen">{text.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {jobs.map(job => (
          <FailedRow key={job.id} job={job} onSettled={onSettled} />
        ))}
      </tbody>
    </table>
  )
}

interface FailedRowProps {
  job: DeadJob
  onSettled: () => void
}

function FailedRow({ job, onSettled }: FailedRowProps) {
  const text = useAdminText().jobs
  const errors: Record<string, string> = text.errors
  return (
    <tr>
      <th scope="row">
        {text.tasks[job.task]}
        <span class="small faint cut">
          {text.attempts}: {job.attempts}
        </span>
      </th>
      <td>{errors[job.error ?? 'interrupted'] ?? text.errors.internal}</td>
      <td class="faint">
        <Moment at={job.since} />
      </td>
      <td>
        <JobActions job={job} onSettled={onSettled} />
      </td>
    </tr>
  )
}
