/** An answer, or something else where it fails or does not come in time: a server that is away or slow is not waited for. */
export function inTime<Answer>(answer: Promise<Answer>, otherwise: Answer, patienceMs: number): Promise<Answer> {
  const late = new Promise<Answer>(resolve => setTimeout(() => resolve(otherwise), patienceMs))
  return Promise.race([answer.catch(() => otherwise), late])
}
