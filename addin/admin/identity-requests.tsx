import { useState } from 'preact/hooks'
import {
  type IdentityRequest,
  linkIdentity,
  listIdentityRequests,
  removeIdentityRequest,
} from '../../shared/sign-in-provider.ts'
import { call } from '../api/call.ts'
import { AnsweredPart } from '../app/answered.tsx'
import { FormDialog } from '../app/form-dialog.tsx'
import { FailureNotice } from '../app/plain-pages.tsx'
import { useAdminText, useSurroundings } from '../app/surroundings.ts'
import { useAnswer } from '../app/use-answer.ts'
import { useChoices } from '../app/use-choices.ts'
import { useDeed } from '../app/use-deed.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Moment } from '../ui/moment.tsx'
import { useToast } from '../ui/toast.tsx'
import { useProof } from './use-proof.tsx'

/** Who came from a provider and is not known; an administrator says who it is. */
export function IdentityRequests() {
  const text = useAdminText().ways
  const { host } = useSurroundings()
  const [chosen, setChosen] = useState<IdentityRequest>()
  const requests = useAnswer('identity requests', () => call(host, listIdentityRequests))
  return (
    <section class="section">
      <h2>{text.requests}</h2>
      <p class="faint">{text.requestsLead}</p>
      <AnsweredPart answer={requests}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="faint">{text.noRequests}</p>
          ) : (
            <RequestTable requests={items} onLink={setChosen} onDismissed={requests.ask} />
          )
        }
      </AnsweredPart>
      {chosen && <LinkDialog request={chosen} onClose={() => setChosen(undefined)} onLinked={requests.ask} />}
    </section>
  )
}

interface RequestTableProps {
  requests: IdentityRequest[]
  onLink: (request: IdentityRequest) => void
  onDismissed: () => void
}

function RequestTable({ requests, onLink, onDismissed }: RequestTableProps) {
  const text = useAdminText().ways
  return (
    <table class="table requests">
      <caption class="unseen">{text.requests}</caption>
      <thead>
        <tr>
          <th scope="col">{text.person}</th>
          <th scope="col">{text.provider}</th>
          <th scope="col">{text.asked}</th>
          <th scope="col">
            <span class="unseen">{text.link}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {requests.map(request => (
          <RequestRow key={request.id} request={request} onLink={() => onLink(request)} onDismissed={onDismissed} />
        ))}
      </tbody>
    </table>
  )
}

interface RequestRowProps {
  request: IdentityRequest
  onLink: () => void
  onDismissed: () => void
}

function RequestRow({ request, onLink, onDismissed }: RequestRowProps) {
  const text = useAdminText().ways
  const { host } = useSurroundings()
  const toast = useToast()
  const deed = useDeed(async () => {
    await call(host, removeIdentityRequest, { params: { requestId: request.id } })
    onDismissed()
    toast({ message: text.dismissed })
  })
  return (
    <tr>
      <th scope="row" class="words">
        {request.label} <span class="small faint">{request.subject}</span>
      </th>
      <td class="faint">{request.providerName}</td>
      <td class="faint">
        <Moment at={request.askedAt} />
      </td>
      <td>
        <div class="row-buttons">
          <Button onClick={onLink} aria-label={text.linkNamed(request.label)}>
            {text.link}
          </Button>
          <Button busy={deed.isBusy} onClick={deed.run} aria-label={text.dismissNamed(request.label)}>
            {text.dismiss}
          </Button>
        </div>
        {deed.failure && <FailureNotice failure={deed.failure} />}
      </td>
    </tr>
  )
}

interface LinkDialogProps {
  request: IdentityRequest
  onClose: () => void
  onLinked: () => void
}

function LinkDialog({ request, onClose, onLinked }: LinkDialogProps) {
  const text = useAdminText().ways
  const { host } = useSurroundings()
  const toast = useToast()
  const choices = useChoices()
  const [userId, setUserId] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const proof = useProof()
  const deed = useDeed(async () => {
    try {
      await call(host, linkIdentity, { params: { requestId: request.id }, body: { userId, ...proof.given } })
    } catch (error) {
      if (!proof.isWantedBy(error)) throw error
      return
    }
    onLinked()
    toast({ message: text.linked })
    onClose()
  })

  function check() {
    setIsMissing(userId === '')
    return userId !== ''
  }

  return (
    <FormDialog title={text.link} button={text.linkButton} deed={deed} check={check} onClose={onClose}>
      <p>{text.linkLead(request.label)}</p>
      <Field label={text.user} failure={isMissing ? text.chooseUser : undefined}>
        {names => (
          <select {...names} class="input" value={userId} onChange={event => setUserId(event.currentTarget.value)}>
            <option value="">{text.chooseUser}</option>
            {choices.value?.users.map(user => (
              <option key={user.id} value={user.id}>
                {user.name}, {user.email}
              </option>
            ))}
          </select>
        )}
      </Field>
      {proof.field}
    </FormDialog>
  )
}
