import { expect, it } from 'vitest'
import { ColleaguesStep } from '../../../addin/start/colleagues-step.tsx'
import type { StepProps } from '../../../addin/start/step-props.ts'
import { refusal } from '../../support/fake-host.ts'
import { eventually, press, type } from '../pane/show-pane.ts'
import { showPage } from './show-page.tsx'

it('shows the link where the account is there and its mail could not be sent, whatever the reason', async () => {
  const link = 'https://lupa.nasza.example/#/password/abc'
  showPage(() => <ColleaguesStep {...({ onDone: async () => undefined } as unknown as StepProps)} />, {
    'POST /api/users': { id: 'n', passwordLink: link },
    'POST /api/accounts/n/password-mail': refusal(503, 'unavailable'),
  })

  await type(document.body, 'Osoby', 'Anna Nowak anna@nasza.example')
  await press(document.body, 'Zaproś')

  await eventually(() => expect(document.querySelector('code')?.textContent).toBe(link))
})
