import type { NestedText } from './nested-pl.ts'

/** What to register at Microsoft so that Outlook's own account signs in, in English. */
export const nestedEn: NestedText = {
  heading: 'Signing in by Outlook’s own account: what to register at Microsoft',
  lead: 'With this the pane in Outlook signs in by itself with the Microsoft 365 account, without a window or a password. Do it once at entra.microsoft.com, in the app registration of this client ID (App registrations).',
  web: 'Authentication → Add a platform → Web, redirect URI (signing in in the browser and in a separate window):',
  spa: 'Authentication → Add a platform → Single-page application, redirect URI (the pane in Outlook):',
  api: 'Expose an API → Application ID URI:',
  scope: 'There too → Add a scope, which admins and users can consent to:',
  version: 'Manifest → in the part api set version 2 of tokens:',
  consent:
    'API permissions → Add a permission → My APIs → this application → access_as_user, then Grant admin consent. Without it Outlook asks everybody for consent.',
  issuer: 'The issuer in Lupa has to be one tenant, not “common” or “organizations”:',
  clientMissing: 'client-ID',
  test: 'Try it: open the pane in Outlook. The first time a person comes to “Unknown people”, where you link them with an account; after that they get in without being asked.',
}
