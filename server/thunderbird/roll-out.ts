import { version } from '../version.ts'

const ID = 'lupa@lupa.addon'
const OLDEST = '140.0'

/** Thunderbird's list of newer versions: the one that this server has. */
export function updatesOf(publicUrl: string, sha256: string) {
  const update = {
    version,
    update_link: packageUrl(publicUrl),
    update_hash: `sha256:${sha256}`,
    applications: { gecko: { strict_min_version: OLDEST } },
  }
  return { addons: { [ID]: { updates: [update] } } }
}

/** A Thunderbird of the monthly channel takes extensions only from servers that a public authority vouches for. */
const ownAuthority = { Value: false, Status: 'locked' }

/** Installs the extension on each machine that has this file, and fixes the server that it asks. */
export function policyOf(publicUrl: string) {
  return {
    policies: {
      Preferences: {
        'extensions.install.requireBuiltInCerts': ownAuthority,
        'extensions.update.requireBuiltInCerts': ownAuthority,
      },
      ExtensionSettings: { [ID]: { installation_mode: 'force_installed', install_url: packageUrl(publicUrl) } },
      '3rdparty': { Extensions: { [ID]: { server: publicUrl } } },
    },
  }
}

function packageUrl(publicUrl: string): string {
  return `${publicUrl}/thunderbird/lupa.xpi`
}
