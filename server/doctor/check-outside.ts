import { existsSync } from 'node:fs'
import path from 'node:path'
import { version } from '../version.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

const PATIENCE_MS = 10_000

/** Whether mail programs reach this server under its public address, and find this very version. */
export async function checkPublicUrl(publicUrl: string | null, ask: typeof fetch = fetch): Promise<Finding> {
  const about = 'public address'
  if (!publicUrl)
    return warning(
      about,
      'LUPA_PUBLIC_URL is not set.',
      'Set it to the https address under which mail programs reach Lupa; without it there is no manifest for Outlook.',
    )
  const remedy = 'Is Lupa running, does the reverse proxy lead to it, and does this machine know the name?'
  try {
    const reply = await ask(`${publicUrl}/health`, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'manual' })
    const body = (await reply.json()) as { version?: string }
    if (!reply.ok || !body.version) return fault(about, `${publicUrl}/health answers ${reply.status}.`, remedy)
    return body.version === version
      ? ok(about, publicUrl)
      : warning(
          about,
          `${publicUrl} is served by version ${body.version}, this is ${version}.`,
          'Restart the service after an update.',
        )
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } }
    return fault(about, `${publicUrl} does not answer (${cause?.code ?? message}).`, remedy)
  }
}

/** Whether the pages and Thunderbird's add-on were built. */
export function checkBuild(root: string): Finding[] {
  const about = 'build'
  const lacks = (file: string) => !existsSync(path.join(root, 'build', file))
  if (lacks('web/app.html'))
    return [fault(about, 'The web application is not built.', 'npm run build (npm start does it by itself)')]
  return lacks('lupa.xpi')
    ? [warning(about, "Thunderbird's add-on is not built.", 'npm run build')]
    : [ok(about, 'web application and add-on are there')]
}
