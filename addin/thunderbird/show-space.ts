import { chosenServer } from './server-address.ts'

const NAME = 'lupa'

/** Puts the web application among Thunderbird's spaces; it moves when another server is chosen. */
export async function showSpace(): Promise<void> {
  const { address } = await chosenServer()
  const [known] = await messenger.spaces.query({ name: NAME, isSelfOwned: true })
  if (!address) {
    if (known) await messenger.spaces.remove(known.id)
    return
  }
  // Thunderbird forgets spaces when it is closed, and two events may ask for the same one at once.
  if (known) await messenger.spaces.update(known.id, address)
  else await messenger.spaces.create(NAME, address, appearance()).catch(() => undefined)
}

/** Follows the choice of the server. */
export function followSpace(): void {
  messenger.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && 'server' in changes) void showSpace()
  })
}

/** The space that is open has a blue ground, on which a blue line could not be seen. */
function appearance() {
  return { title: messenger.i18n.getMessage('name'), defaultIcons: 'icons/lupa-space.svg' }
}
