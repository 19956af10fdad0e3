/** @returns the bare address of `Schakel <noreply@schakel.example>`; one without a name comes back as it is. */
export function addressOf(from: string): string {
  return /<([^<>\s]+)>\s*$/.exec(from)?.[1] ?? from.trim()
}
