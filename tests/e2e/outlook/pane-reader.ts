import { administrator } from '../../support/live-server.ts'
import type { OutlookWindow } from './outlook-window.ts'

/** Signs in by password inside the pane. */
export async function signInBeside({ pane }: OutlookWindow) {
  await pane.getByLabel(/E-mail|Adres e-mail/).fill(administrator.email)
  await pane.getByLabel(/Hasło|Password/).fill(administrator.password)
  await pane.getByRole('button', { name: /Zaloguj się|Sign in/ }).click()
}
