/**
 * A binary min-heap of small integers by key, with decrease-key; ties go to the smaller integer, so that a run
 * is the same on every machine. Each integer 0 … size − 1 is in it at most once. All operations O(log n).
 */
export class MinHeap {
  private readonly heap: Int32Array
  private readonly position: Int32Array
  private readonly key: Float64Array
  private length = 0

  constructor(size: number) {
    this.heap = new Int32Array(size)
    this.position = new Int32Array(size).fill(-1)
    this.key = new Float64Array(size)
  }

  get isEmpty(): boolean {
    return this.length === 0
  }

  /** Puts the item in, or lowers its key. A key that is not lower changes nothing. */
  offer(item: number, key: number): void {
    let at = this.position[item] as number
    if (at === -1) {
      at = this.length++
    } else if (key >= (this.key[item] as number)) {
      return
    }
    this.key[item] = key
    this.rise(at, item)
  }

  /** Takes the item with the smallest key out; −1 when empty. */
  pop(): number {
    if (this.length === 0) return -1
    const top = this.heap[0] as number
    this.position[top] = -1
    const last = this.heap[--this.length] as number
    if (this.length > 0) this.sink(last)
    return top
  }

  /** Empties the heap in O(items left). */
  clear(): void {
    for (let i = 0; i < this.length; i++) this.position[this.heap[i] as number] = -1
    this.length = 0
  }

  private before(a: number, b: number): boolean {
    const ka = this.key[a] as number
    const kb = this.key[b] as number
    return ka < kb || (ka === kb && a < b)
  }

  private rise(start: number, item: number): void {
    let at = start
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = this.heap[parent] as number
      if (!this.before(item, above)) break
      this.heap[at] = above
      this.position[above] = at
      at = parent
    }
    this.heap[at] = item
    this.position[item] = at
  }

  private sink(item: number): void {
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= this.length) break
      const right = child + 1
      if (right < this.length && this.before(this.heap[right] as number, this.heap[child] as number))
        child = right
      const below = this.heap[child] as number
      if (!this.before(below, item)) break
      this.heap[at] = below
      this.position[below] = at
      at = child
    }
    this.heap[at] = item
    this.position[item] = at
  }
}
