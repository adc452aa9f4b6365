import { nestedEn } from '../text/nested-en.ts'
import { nestedPl } from '../text/nested-pl.ts'
import { useLanguage } from '../ui/language.ts'
import './nested-steps.css'

interface NestedStepsProps {
  /** As it is typed so far; may be empty. */
  clientId: string
}

/** What an administrator registers at Microsoft so that Outlook's own account signs in, with this server's own addresses. */
export function NestedSteps({ clientId }: NestedStepsProps) {
  const text = useLanguage() === 'pl' ? nestedPl : nestedEn
  const api = `api://${clientId.trim() || text.clientMissing}`
  const steps: [words: string, value?: string][] = [
    [text.web, `${location.origin}/api/session/provider/callback`],
    [text.spa, `brk-multihub://${location.host}`],
    [text.api, api],
    [text.scope, 'access_as_user'],
    [text.version, '"requestedAccessTokenVersion": 2'],
    [text.consent],
    [text.issuer, 'https://login.microsoftonline.com/<tenant id>/v2.0'],
    [text.test],
  ]
  return (
    <details class="nested-steps">
      <summary>{text.heading}</summary>
      <p class="faint">{text.lead}</p>
      <ol>
        {steps.map(([words, value]) => (
          <li key={words}>
            {words} {value && <code>{value}</code>}
          </li>
        ))}
      </ol>
    </details>
  )
}

/** Whether an issuer is Microsoft's, whose accounts Outlook can show. */
export function isMicrosofts(issuer: string): boolean {
  return URL.canParse(issuer.trim()) && new URL(issuer.trim()).hostname === 'login.microsoftonline.com'
}
