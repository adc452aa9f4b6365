import { expect, it } from 'vitest'
import { ColleaguesStep } from '../../../addin/start/colleagues-step.tsx'
import type { StepProps } from '../../../addin/start/step-props.ts'
import { refusal } from '../../support/fake-host.ts'
import { eventually, press, type } from '../pane/show-pane.ts'
import { sent, showPage } from './show-page.tsx'

const link = 'https://lupa.nasza.example/#/password/abc'
const mail = 'POST /api/accounts/n/password-mail'

function showStep({ publicUrl, hasServer }: { publicUrl: string | null; hasServer: boolean }) {
  const props = { run: { publicUrl }, onDone: async () => undefined } as unknown as StepProps
  return showPage(() => <ColleaguesStep {...props} />, {
    'POST /api/users': { id: 'n', passwordLink: link },
    'GET /api/me/digest': { digest: 'off', hasServer },
    [mail]: refusal(503, 'unavailable'),
  })
}

async function invite() {
  await type(document.body, 'Osoby', 'Anna Nowak anna@nasza.example')
  await press(document.body, 'Zaproś')
  await eventually(() => expect(document.querySelector('code')?.textContent).toBe(link))
}

it('shows the link where the account is there and its mail could not be sent, whatever the reason', async () => {
  const host = showStep({ publicUrl: 'https://lupa.nasza.example', hasServer: true })

  await invite()

  expect(sent(host, 'POST', '/api/accounts/n/password-mail')).toHaveLength(1)
  expect(document.body.textContent).not.toContain('LUPA_PUBLIC_URL')
})

it.each([
  ['a server', { publicUrl: 'https://lupa.nasza.example', hasServer: false }],
  ['an address', { publicUrl: null, hasServer: true }],
])('asks for no mail that cannot be sent for want of %s', async (_what, known) => {
  const host = showStep(known)

  await invite()

  expect(sent(host, 'POST', '/api/accounts/n/password-mail')).toEqual([])
})

it('warns that links lead nowhere while the server does not know its address', async () => {
  showStep({ publicUrl: null, hasServer: true })

  const warning = await eventually(() => document.querySelector('[role=alert]'))
  expect(warning?.textContent).toContain(location.origin)
  expect(warning?.textContent).toContain('Ustaw LUPA_PUBLIC_URL')
})
