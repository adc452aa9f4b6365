import { render } from 'preact'
import { afterEach, it } from 'vitest'
import { ForgottenPage } from '../../../addin/app/forgotten-page.tsx'
import { fakeHost } from '../../support/fake-host.ts'
import { byRole } from '../by-role.ts'
import { eventually, press, type } from '../pane/show-pane.ts'

afterEach(() => render(null, document.body))

it('says to which address the link goes that was typed here and not at the door', async () => {
  const host = fakeHost(null, {
    'GET /api/session/forgotten-password': { isMailed: true },
    'POST /api/session/forgotten-password': '',
  })
  const settings = { language: 'pl' as const, theme: 'system' as const, choose: () => undefined }
  render(<ForgottenPage host={host} email="" settings={settings} onBack={() => undefined} />, document.body)

  await eventually(() => byRole(document.body, 'textbox', 'Adres e-mail'))
  await type(document.body, 'Adres e-mail', 'jan@nasza.example')
  await press(document.body, 'Wyślij link')

  await eventually(() => byRole(document.body, 'status', 'Jeśli adres jan@nasza.example ma w Lupie konto'))
})
