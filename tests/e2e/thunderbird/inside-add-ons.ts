/** Functions about the installed extension itself; they run inside Thunderbird like those of `inside-thunderbird.ts`. */
import type { Tools } from './inside-thunderbird.ts'

// biome-ignore-start lint/suspicious/noExplicitAny: Thunderbird's internals have no published types.
declare const ChromeUtils: any
declare const WebExtensionPolicy: any

/** What Thunderbird knows of an installed extension, or null. */
export async function addOn(_tools: Tools, extensionId: string) {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
  const found = await AddonManager.getAddonByID(extensionId)
  if (!found) return null
  const isRemovable = Boolean(found.permissions & AddonManager.PERM_CAN_UNINSTALL)
  const origins = WebExtensionPolicy.getByID(extensionId)?.allowedOrigins.patterns.map((one: any) => one.pattern)
  // Thunderbird counts the extension's own pages, whose address differs in each profile.
  const hosts = origins?.filter((one: string) => !one.startsWith('moz-extension:'))
  return { version: found.version as string, isActive: found.isActive as boolean, isRemovable, hosts }
}

/** Switches an extension off and on again, as its user does in the list of extensions. */
export async function switchOffAndOn(tools: Tools, extensionId: string): Promise<void> {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
  const found = await AddonManager.getAddonByID(extensionId)
  await found.disable()
  await tools.until('it to be off', () => !WebExtensionPolicy.getByID(extensionId))
  await found.enable()
  await tools.until('it to be on', () => WebExtensionPolicy.getByID(extensionId)?.extension)
}

/** Has Thunderbird look for a newer version and install it, as its timer does; answers the version that came. */
export async function updateAddOn(tools: Tools, extensionId: string): Promise<string> {
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
  const found = await AddonManager.getAddonByID(extensionId)
  const install: any = await new Promise((resolve, reject) => {
    const listener = {
      onUpdateAvailable: (_addOn: unknown, available: unknown) => resolve(available),
      onNoUpdateAvailable: () => reject(new Error('there is no update')),
      onUpdateFinished: (_addOn: unknown, error: number) => error && reject(new Error(`the update failed: ${error}`)),
    }
    found.findUpdates(listener, AddonManager.UPDATE_WHEN_PERIODIC_UPDATE)
  })
  install.install()
  await tools.until('the update to be installed', () => {
    if (install.error) throw new Error(`the update was not installed: ${install.error}`)
    return install.state === AddonManager.STATE_INSTALLED
  })
  return install.version
}
// biome-ignore-end lint/suspicious/noExplicitAny: see above
