import { readFileSync } from 'node:fs'

interface Lock {
  packages: Record<string, { version?: string; license?: string; dev?: boolean }>
}

/** The packages that a running Lupa is made of, by name, as its lock file lists them; tools for building it are none. */
export function listLicences(): { items: { name: string; version: string; licence: string }[] } {
  const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as Lock
  const items = Object.entries(lock.packages)
    .filter(([place, facts]) => place.startsWith('node_modules/') && !facts.dev)
    .map(([place, { version = '', license = '' }]) => ({
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license,
    }))
  return { items: items.toSorted((one, other) => one.name.localeCompare(other.name)) }
}
