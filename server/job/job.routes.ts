import * as contract from '../../shared/job.ts'
import { type App, serve } from '../http/app-type.ts'
import { readJobs, removeJob, retryJob } from './read-jobs.ts'

export function jobRoutes(app: App) {
  serve(app, contract.listJobs, ({ work, querystring }) => work(tx => readJobs(tx, querystring)))

  serve(app, contract.retryJob, ({ work, params }) => work(tx => retryJob(tx, params.jobId)))

  serve(app, contract.removeJob, ({ work, params }) => work(tx => removeJob(tx, params.jobId)))
}
