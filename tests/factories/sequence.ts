let last = 0

/** @returns 1, 2, 3 … within a test file: names that must be unique are made of it, so that runs repeat. */
export function nextNumber(): number {
  last += 1
  return last
}
