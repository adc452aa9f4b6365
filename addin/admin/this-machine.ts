/** Whether a server is this very machine, so that nothing said to it crosses a wire. */
export function isThisMachine(host: string): boolean {
  const name = host.trim().toLowerCase()
  return name === 'localhost' || name === '::1' || name === '[::1]' || name.startsWith('127.')
}
