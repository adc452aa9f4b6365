import { useId } from 'preact/hooks'
import type { SentMail } from '../../shared/outgoing-mail.ts'
import { useWords } from '../app/surroundings.ts'
import { outgoingText } from '../text/outgoing.ts'
import { Moment } from '../ui/moment.tsx'

/** What was sent lately, what for and to whom. */
export function SentMails({ mails }: { mails: SentMail[] }) {
  const text = useWords(outgoingText).outgoing
  const id = useId()
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{text.recent}</h2>
      {mails.length === 0 ? (
        <p class="faint">{text.noneRecent}</p>
      ) : (
        <table class="table sent-mails" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{text.kind}</th>
              <th scope="col">{text.to}</th>
              <th scope="col">{text.state}</th>
              <th scope="col">{text.when}</th>
            </tr>
          </thead>
          <tbody>
            {mails.map(mail => (
              <tr key={mail.id}>
                <th scope="row">{text.kinds[mail.kind]}</th>
                <td>{mail.to}</td>
                <td>
                  {text.states[mail.state]}
                  {mail.failure && <span class="small faint cut">{text.troubles[mail.failure]}</span>}
                </td>
                <td class="faint">
                  <Moment at={mail.createdAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
