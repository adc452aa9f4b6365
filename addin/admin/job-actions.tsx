import { RotateCw, Trash2 } from 'lucide'
import { type DeadJob, removeJob, retryJob } from '../../shared/job.ts'
import { call } from '../api/call.ts'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'

interface JobActionsProps {
  job: DeadJob
  onSettled: () => void
}

/** What can be done with a job that failed for good. */
export function JobActions({ job, onSettled }: JobActionsProps) {
  const text = useAdminText().jobs
  const { host } = useSurroundings()
  const toast = useToast()
  const params = { jobId: job.id }
  const retry = useDeed(async () => {
    await call(host, retryJob, { params })
    toast({ message: text.retried })
    onSettled()
  })
  const remove = useDeed(async () => {
    await call(host, removeJob, { params })
    toast({ message: text.removed })
    onSettled()
  })
  const failure = retry.failure ?? remove.failure
  return (
    <div class="buttons">
      <Button icon={RotateCw} busy={retry.isBusy} onClick={retry.run}>
        {text.retry}
      </Button>
      <Button icon={Trash2} busy={remove.isBusy} onClick={remove.run}>
        {text.remove}
      </Button>
      {failure && <FailureNotice failure={failure} />}
    </div>
  )
}
