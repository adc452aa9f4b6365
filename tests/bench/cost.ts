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

/** The processes that a process has started and that still run. */
export function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(child => parentOf(child) === pid)
}

function databaseTime(postmasterPid: number): number {
  const ended = fieldsOf(postmasterPid)?.slice(11, 15) ?? []
  return childrenOf(postmasterPid).reduce(
    (sum, pid) => sum + timeOf(pid),
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
