/**
 * Counts the processor time of this process from now on; the answer tells it in milliseconds. What the clock on the wall
 * says depends on who else uses the machine.
 */
export function startCpuClock(): () => number {
  const start = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
}
