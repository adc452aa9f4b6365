import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** How the throwaway Thunderbird looks and which mailbox it opens. */
export interface ProfileOptions {
  imap: { port: number; user: string }
  /** Where mail is sent to; without it nothing can be sent. */
  smtpPort?: number
  marionettePort: number
  language?: 'pl' | 'en-US'
  theme?: 'light' | 'dark'
  layout?: 'classic' | 'wide' | 'vertical'
  /** After how long without events the extension's background is put to sleep. */
  backgroundIdleMs?: number
  /** Whatever else is set otherwise than usual. */
  preferences?: Preferences
}

type Preferences = Record<string, string | number | boolean>

/** Writes a fresh Thunderbird profile with one IMAP account and returns its folder. */
export async function createProfile(options: ProfileOptions): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lupa-thunderbird-'))
  const preferences = {
    ...account(options.imap),
    ...sending(options),
    ...quiet,
    ...appearance(options),
    ...testing(options),
    ...options.preferences,
  }
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  )
  await writeFile(join(folder, 'user.js'), lines.join(''))
  return folder
}

function account({ port, user }: ProfileOptions['imap']): Preferences {
  return {
    'mail.accountmanager.accounts': 'account1,account2',
    'mail.accountmanager.defaultaccount': 'account1',
    'mail.accountmanager.localfoldersserver': 'server2',
    'mail.account.account1.server': 'server1',
    'mail.account.account1.identities': 'id1',
    'mail.account.account2.server': 'server2',
    'mail.identity.id1.fullName': 'Anna Nowak',
    'mail.identity.id1.useremail': `${user}@firma.example`,
    'mail.identity.id1.valid': true,
    'mail.server.server1.type': 'imap',
    'mail.server.server1.hostname': '127.0.0.1',
    'mail.server.server1.port': port,
    'mail.server.server1.userName': user,
    'mail.server.server1.name': `${user}@firma.example`,
    'mail.server.server1.socketType': 0,
    'mail.server.server1.authMethod': 3,
    // The password prompt at start is modal and would keep the remote control waiting for ever.
    'mail.server.server1.login_at_startup': false,
    'mail.server.server1.check_new_mail': false,
    'mail.server.server2.type': 'none',
    'mail.server.server2.hostname': 'Local Folders',
    'mail.server.server2.userName': 'nobody',
    'mail.server.server2.name': 'Local Folders',
  }
}

function sending({ smtpPort }: ProfileOptions): Preferences {
  if (!smtpPort) return {}
  return {
    'mail.smtpservers': 'smtp1',
    'mail.smtp.defaultserver': 'smtp1',
    'mail.smtpserver.smtp1.hostname': '127.0.0.1',
    'mail.smtpserver.smtp1.port': smtpPort,
    'mail.smtpserver.smtp1.authMethod': 1,
    'mail.smtpserver.smtp1.try_ssl': 0,
    'mail.identity.id1.smtpServer': 'smtp1',
    'mail.identity.id1.fcc': true,
    'mail.identity.id1.fcc_folder': 'imap://anna@127.0.0.1/Sent',
    'mail.identity.id1.compose_html': false,
    'mail.warn_on_send_accel_key': false,
  }
}

const quiet: Preferences = {
  'app.donation.eoy.version.viewed': 999,
  'app.update.enabled': false,
  'app.update.auto': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'extensions.update.enabled': false,
  'mail.biff.show_alert': false,
  'mail.biff.play_sound': false,
  'mail.inappnotifications.enabled': false,
  'mail.rights.version': 1,
  'mail.shell.checkDefaultClient': false,
  'mail.spotlight.firstRunDone': true,
  'mail.winsearch.firstRunDone': true,
  'mailnews.start_page.enabled': false,
  'calendar.timezone.local': 'Europe/Warsaw',
  'services.settings.server': 'http://127.0.0.1:9',
  'toolkit.telemetry.enabled': false,
}

function appearance({ language = 'pl', theme = 'light', layout = 'vertical' }: ProfileOptions): Preferences {
  return {
    'intl.locale.requested': language,
    'ui.systemUsesDarkTheme': theme === 'dark' ? 1 : 0,
    'mail.pane_config.dynamic': { classic: 0, wide: 1, vertical: 2 }[layout],
    'mailnews.default_view_flags': 0,
    'mailnews.default_sort_order': 2,
  }
}

function testing({ marionettePort, backgroundIdleMs = 30_000 }: ProfileOptions): Preferences {
  return {
    'marionette.port': marionettePort,
    'devtools.console.stdout.content': true,
    'extensions.autoDisableScopes': 0,
    'extensions.background.idle.timeout': backgroundIdleMs,
    // Answers the question for a host permission with yes; a person sees a prompt.
    'extensions.webextOptionalPermissionPrompts': false,
  }
}
