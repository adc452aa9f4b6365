import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

/**
 * Loaded before a program (`--import`), it writes down whom the program and its threads turn to: every connection, every
 * datagram and every name that is asked for, a line each, into the file that `LUPA_TEST_CONNECTIONS` names.
 */
const file = process.env['LUPA_TEST_CONNECTIONS'] ?? ''

type Called = (...values: never[]) => unknown

/** Has what a call goes to written down before it is made. */
function watch(owner: object, name: string, told: (values: unknown[]) => string) {
  const all = owner as Record<string, Called>
  const real = all[name]
  if (typeof real !== 'function') return
  all[name] = function (this: unknown, ...values: never[]) {
    appendFileSync(file, `${told(values)}\n`)
    return real.apply(this, values)
  }
}

/** `connect` takes a port and a host, a path, or an object with them, alone or in an array that the library made. */
function targetOf([first, second]: unknown[]): string {
  const given = Array.isArray(first) ? first[0] : first
  if (typeof given === 'string' && Number.isNaN(Number(given))) return `path ${given}`
  const { port, host, path } = (
    typeof given === 'object' ? given : { port: given, host: second }
  ) as net.TcpNetConnectOpts & { path?: string }
  return path ? `path ${path}` : `tcp ${typeof host === 'string' ? host : 'localhost'}:${port}`
}

watch(net.Socket.prototype, 'connect', targetOf)
watch(dgram.Socket.prototype, 'send', values => `udp ${values.filter(value => typeof value !== 'object').join(':')}`)
watch(dgram.Socket.prototype, 'connect', values => `udp ${values.join(':')}`)
for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
  for (const name of Object.getOwnPropertyNames(owner))
    if (/^(lookup|resolve|reverse)/.test(name)) watch(owner, name, ([host]) => `name ${host}`)
syncBuiltinESMExports()
