import { readdirSync, readFileSync } from 'node:fs'

/** Processor time in milliseconds: of PostgreSQL with all its backends, of the server, and of the load itself. */
export interface Cost {
  database: number
  server: number
  load: number
}

const MS_PER_TICK = 10

/** What a run costs: call it before, and the answer afterwards. Both processes are named by their numbers. */
export function watchCost(postmasterPid: number, serverPid: number): () => Cost {
  const now = (): Cost => {
    const load = process.cpuUsage()
    return { database: databaseTime(postmasterPid), server: timeOf(serverPid), load: (load.user + load.system) / 1000 }
  }
  const before = now()
  return () => {
    const after = now()
    return {
      database: after.database - before.database,
      server: after.server - before.server,
      load: after.load - before.load,
    }
  }
}

/** The parent of a process, which for a backend is the postmaster. */
export function parentOf(pid: number): number {
  return Number(fieldsOf(pid)?.[1])
}

function databaseTime(postmasterPid: number): number {
  const backends = readdirSync('/proc').filter(
    name => /^\d+$/.test(name) && fieldsOf(Number(name))?.[1] === String(postmasterPid),
  )
  const ended = fieldsOf(postmasterPid)?.slice(11, 15) ?? []
  return backends.reduce(
    (sum, pid) => sum + timeOf(Number(pid)),
    ended.reduce((sum, ticks) => sum + Number(ticks) * MS_PER_TICK, 0),
  )
}

function timeOf(pid: number): number {
  const [user = '0', system = '0'] = fieldsOf(pid)?.slice(11, 13) ?? []
  return (Number(user) + Number(system)) * MS_PER_TICK
}

/** What stands behind the name in /proc/N/stat, the state first; null when the process is gone. */
function fieldsOf(pid: number): string[] | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? null
  } catch {
    return null
  }
}
