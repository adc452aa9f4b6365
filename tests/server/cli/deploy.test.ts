import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { verbs } from '../../../server/cli/verbs.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const read = (name: string) => readFileSync(path.join(root, name), 'utf8')
const deployed = readdirSync(path.join(root, 'docs/deploy')).map(name => `docs/deploy/${name}`)
const told = [...deployed, 'docs/operations.md'].map(name => [name, read(name)] as const)

it('names no setting that the program does not read', () => {
  const known = ['server/config.ts', 'server/smtp-settings.ts'].map(read).join('')
  const elsewhere = ['LUPA_BACKUPS', 'LUPA_MAILBOX_PASSWORD']
  const named = told.flatMap(([name, text]) =>
    (text.match(/\b(LUPA|DATABASE)_[A-Z_]+\b/g) ?? []).map(word => `${name} ${word}`),
  )

  expect(named.length).toBeGreaterThan(10)
  expect(
    named.filter(one => !known.includes(one.split(' ')[1] ?? '') && !elsewhere.includes(one.split(' ')[1] ?? '')),
  ).toEqual([])
})

it('calls no verb that the command line does not know', () => {
  const called = told.flatMap(([, text]) =>
    [...text.matchAll(/\b(?:npx lupa|lupa\.ts"?,?) "?([a-z]+)/g)].map(match => match[1] ?? ''),
  )

  expect(called).toEqual(expect.arrayContaining(['serve', 'backup', 'restore', 'doctor']))
  expect(called.filter(verb => !(verb in verbs))).toEqual([])
})

it('lets the service write to the folder that is named for its backups', () => {
  const [, folder = ''] = read('docs/operations.md').match(/LUPA_BACKUP_DIR=(\/[\w/]+)/) ?? []
  const unit = read('docs/deploy/lupa.service')

  expect(unit).toContain('ProtectSystem=strict')
  expect(folder).not.toBe('')
  expect(unit.match(/^ReadWritePaths=(.*)$/m)?.[1]?.split(' ')).toContain(`-${folder}`)
})

// Part of systemd, which .ci/run installs: there it may not be missing.
const verifier = '/usr/bin/systemd-analyze'

it.skipIf(!existsSync(verifier) && !process.env.CI)('has units of which systemd-analyze finds nothing to say', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lupa-units-'))
  const units = readdirSync(path.join(root, 'docs/deploy')).filter(name => /\.(service|timer)$/.test(name))
  for (const name of units) {
    // Where the program will lie there is none yet; another that is there stands for it.
    const unit = read(`docs/deploy/${name}`).replaceAll('/opt/lupa/node_modules/.bin/node', process.execPath)
    writeFileSync(path.join(folder, name), unit)
  }
  const { status, stdout, stderr } = spawnSync(
    verifier,
    ['verify', '--man=no', ...units.map(name => path.join(folder, name))],
    { encoding: 'utf8' },
  )
  rmSync(folder, { recursive: true })

  expect(units.length).toBe(3)
  expect(`${stdout}${stderr}`).toBe('')
  expect(status).toBe(0)
})

describe('the Dockerfile', () => {
  /** Instructions of the image that is kept, continued lines joined. */
  const lines = read('docs/deploy/Dockerfile')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .filter(line => line && !line.startsWith('#'))
  const instructions = lines.map(line => line.split(' ')[0] ?? '')
  const last = lines.slice(instructions.lastIndexOf('FROM'))
  const of = (instruction: string) => last.filter(line => line.startsWith(`${instruction} `))

  it('has only instructions that there are, and a version of Node that the program runs on', () => {
    const known = [
      'FROM',
      'WORKDIR',
      'COPY',
      'RUN',
      'ENV',
      'USER',
      'VOLUME',
      'EXPOSE',
      'STOPSIGNAL',
      'HEALTHCHECK',
      'CMD',
    ]
    expect(instructions.filter(one => !known.includes(one))).toEqual([])
    const node = process.versions.node.split('.')[0]
    for (const from of lines.filter(line => line.startsWith('FROM '))) expect(from).toMatch(`node:${node}-`)
  })

  it('copies everything that the program imports, and nothing that is not there or left out of the context', () => {
    const leftOut = read('.dockerignore').split('\n').filter(Boolean)
    const copied = of('COPY')
      .filter(line => !line.includes('--from='))
      .flatMap(line => line.split(' ').slice(1, -1))
    expect(copied.filter(name => !existsSync(path.join(root, name)) || leftOut.includes(name))).toEqual([])
    expect(copied).toEqual(expect.arrayContaining(['server', 'shared', 'migrations', 'addin', 'package-lock.json']))
    expect(leftOut).toEqual(expect.arrayContaining(['.git', 'data', 'node_modules']))
  })

  it('installs whatever the add-ons are built of, which the server does for its own address', () => {
    expect(of('RUN').join()).toContain('--omit=dev')
    const { dependencies } = JSON.parse(read('package.json'))
    // Icons are drawn by us and kept.
    const ours = 'outlook/draw-icons.ts'
    const sources = readdirSync(path.join(root, 'addin'), { recursive: true, encoding: 'utf8' }).filter(
      name => /\.tsx?$/.test(name) && name !== ours,
    )
    const wanted = sources.flatMap(name =>
      [
        ...read(`addin/${name}`).matchAll(
          /^import (?!type ).*?from '((?:@[\w-]+\/)?[\w-]+)|\bimport\('((?:@[\w-]+\/)?[\w-]+)/gm,
        ),
      ].map(([, named, later]) => named ?? later ?? ''),
    )
    expect(wanted).toEqual(expect.arrayContaining(['preact', 'lucide', 'dompurify']))
    expect([...new Set(wanted)].filter(name => name !== 'node' && !(name in dependencies))).toEqual([])
  })

  it('does not run as root, starts a program and not a shell, and asks whether it can work', () => {
    expect(of('USER')).toEqual(['USER node'])
    expect(JSON.parse(of('CMD')[0]?.slice(4) ?? '')).toEqual(['node', 'server/cli/lupa.ts', 'serve'])
    expect(of('HEALTHCHECK')[0]).toContain('/ready')
    expect(of('VOLUME')).toEqual(['VOLUME /data'])
    expect(of('ENV').join()).toContain('LUPA_DATA=/data')
  })
})

describe('the compose file', () => {
  // The parser that the printer of OpenAPI brings.
  const { parse } = createRequire(createRequire(import.meta.url).resolve('@fastify/swagger'))('yaml')
  const text = read('docs/deploy/compose.yaml')
  const { services, volumes } = parse(text)
  const { lupa } = services
  const manual = read('docs/operations.md')
  const file = 'docs/deploy/compose.yaml'

  it('has one service that keeps its data and is reached by a proxy only', () => {
    expect(Object.keys(services)).toEqual(['lupa'])
    const folder = path.join(root, 'docs/deploy', lupa.build.context)
    expect(existsSync(path.join(folder, lupa.build.dockerfile))).toBe(true)
    expect(lupa.ports).toEqual(['127.0.0.1:3000:3000'])
    expect(lupa.cap_drop).toEqual(['ALL'])
    const known = ['build', 'restart', 'init', 'stop_grace_period', 'ports', 'env_file', 'volumes', 'shm_size']
    const guards = ['security_opt', 'cap_drop']
    expect(Object.keys(lupa).filter(key => ![...known, ...guards].includes(key))).toEqual([])
  })

  it('needs no setting beside those of its file, of which none is emptied, and which goes into no image and no commit', () => {
    // A `:?` would have to be given to every command, not to `up` alone; a `:-` under environment empties what the file says.
    expect(text.match(/\$\{[^}]*\}/g)).toEqual(['${LUPA_BACKUPS:-backups}'])
    expect(lupa.env_file).toBe('lupa.env')
    expect(manual).toContain('> docs/deploy/lupa.env')
    for (const list of ['.gitignore', '.dockerignore']) expect(read(list).split('\n')).toContain('docs/deploy/*.env')
  })

  it('mounts volumes of its own, which the account of the image may write', () => {
    const mounts: string[][] = lupa.volumes.map((line: string) => line.replace(/\$\{\w+:-(\w+)\}/, '$1').split(':'))
    expect(mounts.map(([source]) => source)).toEqual(Object.keys(volumes))
    const made = read('docs/deploy/Dockerfile')
      .match(/install -d -o node -g node -m 700 ([^&]+?) &&/)?.[1]
      ?.split(' ')
    // A new volume takes the owner of the folder in the image on which it is mounted.
    expect(made).toEqual(mounts.map(([, target]) => target))
  })

  it('is called alike by every command that is told', () => {
    const commands = manual.match(/docker compose [^`\n]+/g) ?? []
    expect(commands.length).toBeGreaterThan(5)
    for (const command of commands)
      expect(command).toMatch(new RegExp(`^docker compose -f ${file} (up|logs|exec|run|stop)( |$)`))
    const writes = commands.flatMap(command => command.match(/lupa\.ts (?:backup|restore) (\S+)/)?.slice(1) ?? [])
    expect(writes).toEqual(['/backups', '/backups'])
  })
})
