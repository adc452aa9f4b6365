/** Lets an alarm of the extension go off now; false while there is none. Runs in its background. */
export async function bringForward(alarm: string): Promise<boolean> {
  // biome-ignore lint/suspicious/noExplicitAny: runs inside the extension, where its globals live.
  const { alarms } = (globalThis as any).messenger
  if (!(await alarms.get(alarm))) return false
  await alarms.create(alarm, { when: Date.now() })
  return true
}
