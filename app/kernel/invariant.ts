/**
 * States a promise of our own code. A broken one is a bug: the page answers 500 and the log has the stack.
 * Never use it for what a person typed.
 */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${message}`)
}
