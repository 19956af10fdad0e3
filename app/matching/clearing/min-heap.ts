/**
 * A min-heap of small integers by key, four children to a node: fewer cache lines than two. There is no decrease-key:
 * an item whose key fell is put in again, and who takes it out skips the older entry. Which of two equal keys comes
 * first depends only on the order of the calls, so a run is the same on every machine.
 */
export class MinHeap {
  private keys = new Float64Array(1024)
  private items = new Int32Array(1024)
  private length = 0

  get isEmpty(): boolean {
    return this.length === 0
  }

  /** Key of the item that `pop` takes; the heap must not be empty. */
  get leastKey(): number {
    return this.keys[0] as number
  }

  clear(): void {
    this.length = 0
  }

  /** O(log n). */
  push(item: number, key: number): void {
    if (this.length === this.keys.length) this.grow()
    const { keys, items } = this
    let at = this.length++
    while (at > 0) {
      const parent = (at - 1) >> 2
      const above = keys[parent] as number
      if (above <= key) break
      keys[at] = above
      items[at] = items[parent] as number
      at = parent
    }
    keys[at] = key
    items[at] = item
  }

  /** Takes an item with the smallest key out; the heap must not be empty. O(log n). */
  pop(): number {
    const { keys, items } = this
    const top = items[0] as number
    const length = --this.length
    const key = keys[length] as number
    let at = 0
    for (;;) {
      const first = 4 * at + 1
      if (first >= length) break
      const end = Math.min(first + 4, length)
      let child = first
      let least = keys[first] as number
      for (let c = first + 1; c < end; c++) {
        const other = keys[c] as number
        if (other < least) {
          least = other
          child = c
        }
      }
      if (least >= key) break
      keys[at] = least
      items[at] = items[child] as number
      at = child
    }
    keys[at] = key
    items[at] = items[length] as number
    return top
  }

  private grow(): void {
    const keys = new Float64Array(2 * this.keys.length)
    const items = new Int32Array(2 * this.items.length)
    keys.set(this.keys)
    items.set(this.items)
    this.keys = keys
    this.items = items
  }
}
