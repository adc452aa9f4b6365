import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { readConfig, WrongSetting } from '../../../server/config.ts'
import { freshDataFolder } from '../../support/data-folder.ts'

const folder = freshDataFolder('smtp-settings')
const noKey = path.join(folder, 'not-a-key.pem')
writeFileSync(noKey, 'not a key')

it('opens no door unless a port is set', () => {
  expect(readConfig({ LUPA_SMTP_HOST: '0.0.0.0', LUPA_SMTP_NETWORKS: 'nonsense' }).smtp).toBeNull()
})

it('listens to this machine alone, and takes mail from it alone, unless told otherwise', () => {
  const smtp = readConfig({ LUPA_SMTP_PORT: '2525' }).smtp

  expect(smtp).toMatchObject({ host: '127.0.0.1', port: 2525, tls: null, login: null, connections: 200 })
  expect(['127.0.0.1', '127.9.9.9', '10.0.0.1'].map(ip => smtp?.networks.check(ip, 'ipv4'))).toEqual([
    true,
    true,
    false,
  ])
  expect(['::1', '2001:db8::1'].map(ip => smtp?.networks.check(ip, 'ipv6'))).toEqual([true, false])
})

it('knows networks of both families and single machines', () => {
  const smtp = readConfig({ LUPA_SMTP_PORT: '25', LUPA_SMTP_NETWORKS: '10.0.0.0/8 192.0.2.7,2001:db8::/32' }).smtp

  const four = ['10.255.0.1', '192.0.2.7', '192.0.2.8', '127.0.0.1']
  expect(four.map(ip => smtp?.networks.check(ip, 'ipv4'))).toEqual([true, true, false, false])
  expect(['2001:db8:1::5', '2001:db9::'].map(ip => smtp?.networks.check(ip, 'ipv6'))).toEqual([true, false])
})

it.each<[Record<string, string>, string]>([
  [{ LUPA_SMTP_PORT: 'pocztowy' }, 'LUPA_SMTP_PORT must be a number from 0 to 65535, not "pocztowy".'],
  [{ LUPA_SMTP_PORT: '70000' }, 'LUPA_SMTP_PORT must be a number from 0 to 65535, not "70000".'],
  [{ LUPA_SMTP_CONNECTIONS: '0' }, 'LUPA_SMTP_CONNECTIONS must be a number from 1 to 10000, not "0".'],
  [
    { LUPA_SMTP_NETWORKS: '10.0.0.0/33' },
    'LUPA_SMTP_NETWORKS must be networks such as 10.0.0.0/8 or 2001:db8::/32, not "10.0.0.0/33".',
  ],
  [
    { LUPA_SMTP_NETWORKS: '10.0.0.0/' },
    'LUPA_SMTP_NETWORKS must be networks such as 10.0.0.0/8 or 2001:db8::/32, not "10.0.0.0/".',
  ],
  [
    { LUPA_SMTP_NETWORKS: 'biuro' },
    'LUPA_SMTP_NETWORKS must be networks such as 10.0.0.0/8 or 2001:db8::/32, not "biuro".',
  ],
  [{ LUPA_SMTP_REQUIRE_TLS: 'tak' }, 'LUPA_SMTP_REQUIRE_TLS must be 0 or 1, not "tak".'],
  [{ LUPA_SMTP_REQUIRE_TLS: '1' }, 'LUPA_SMTP_REQUIRE_TLS needs LUPA_SMTP_TLS_KEY and LUPA_SMTP_TLS_CERT.'],
  [{ LUPA_SMTP_TLS_KEY: '/x' }, 'LUPA_SMTP_TLS_KEY and LUPA_SMTP_TLS_CERT must be set together.'],
  [
    { LUPA_SMTP_TLS_KEY: '/not/there', LUPA_SMTP_TLS_CERT: '/x' },
    'LUPA_SMTP_TLS_KEY names a file that cannot be read (/not/there).',
  ],
  [
    { LUPA_SMTP_TLS_KEY: noKey, LUPA_SMTP_TLS_CERT: noKey },
    'LUPA_SMTP_TLS_KEY and LUPA_SMTP_TLS_CERT must be a PEM key and the certificate made for it.',
  ],
  [{ LUPA_SMTP_USER: 'exchange' }, 'LUPA_SMTP_USER and LUPA_SMTP_PASSWORD must be set together.'],
  [
    { LUPA_SMTP_USER: 'exchange', LUPA_SMTP_PASSWORD: 'krótkie' },
    'LUPA_SMTP_PASSWORD must have at least 8 characters.',
  ],
  [
    { LUPA_SMTP_HOST: '0.0.0.0', LUPA_SMTP_USER: 'exchange', LUPA_SMTP_PASSWORD: 'bardzo tajne' },
    'LUPA_SMTP_USER needs LUPA_SMTP_TLS_KEY, because a password is not sent in the clear.',
  ],
])('refuses %j in one sentence', (environment, sentence) => {
  const read = () => readConfig({ LUPA_SMTP_PORT: '2525', ...environment })
  expect(read).toThrow(WrongSetting)
  expect(read).toThrow(sentence)
})
