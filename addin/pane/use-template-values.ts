import type { CaseFile } from '../../shared/case-file.ts'
import { type Contractor, readContractor } from '../../shared/contractor.ts'
import { firstNameIn, type TemplateValues } from '../../shared/template-fields.ts'
import { readMe } from '../../shared/user.ts'
import { call } from '../api/call.ts'
import type { Draft } from '../host/mail-host.ts'
import type { Choice } from './choice.ts'
import { useHost } from './host-context.ts'
import { useAsked } from './use-asked.ts'

/** What is known of a draft for a template's fields, but for the day. What could be meant of several is not known. */
export function useTemplateValues(draft: Draft, contractor: Choice | null, cases: CaseFile[]): TemplateValues {
  const host = useHost()
  const { meant } = draft
  const about = meant ? { id: meant.contractorId, name: meant.contractorName } : contractor
  const { value: people } = useAsked(
    async () =>
      about && { of: about.id, ...(await call(host, readContractor, { params: { contractorId: about.id } })) },
    [host, about?.id],
  )
  const me = useAsked(() => call(host, readMe), [host]).value?.name

  const person = people?.of === about?.id ? addresseeOf(draft, people?.people ?? []) : undefined
  const title = meant && cases.find(({ id }) => id === meant.caseId)?.title
  return {
    ...(about && { contractor: about.name }),
    ...(person && { person, firstName: firstNameIn(person) ?? '' }),
    ...(meant && { case: meant.reference }),
    ...(title && { caseTitle: title }),
    ...(me && { me }),
  }
}

/** The one to whom the mail is written. A mail to several is written to nobody in particular. */
function addresseeOf({ to }: Pick<Draft, 'to'>, people: Contractor['people']): string | undefined {
  const [only, ...others] = to
  if (!only || others.length > 0) return undefined
  const bearers = people.filter(({ addresses }) => addresses.includes(only.address))
  return bearers.length === 1 ? bearers[0]?.name : undefined
}
