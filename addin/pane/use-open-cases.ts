import { listCases } from '../../shared/case-file.ts'
import { mostOpenCases } from '../../shared/lookup.ts'
import { call } from '../api/call.ts'
import type { MailHost } from '../host/mail-host.ts'
import { useAsked } from './use-asked.ts'

/** The newest open cases of any contractor, beside those of the mail, as many as come with a mail. */
export function useOpenCases(host: MailHost, contractorId: string) {
  const asked = useAsked(
    async () => ({
      contractorId,
      cases: (
        await call(host, listCases, { params: { contractorId }, querystring: { open: true, limit: mostOpenCases } })
      ).items,
    }),
    [host, contractorId],
  )
  const isHis = asked.value?.contractorId === contractorId
  return { ...asked, cases: isHis && asked.value ? asked.value.cases : [] }
}
