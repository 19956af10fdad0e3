/**
 * Chance that is the same each time: a stream of numbers that belongs to a name. What happens to one request does not
 * move what happens to another.
 */
import { PARAMETERS } from './parameters'

export type Chance = {
  /** 0 ≤ x < 1. */
  next(): number
  /** True with this probability. */
  is(share: number): boolean
  /** A whole number, both ends possible. */
  between(from: number, to: number): number
  /** One of them, evenly. @throws RangeError when there is none. */
  of<T>(choices: readonly T[]): T
  /** An index, by weights. */
  weighted(weights: readonly number[]): number
  /** A key, by its weight. */
  key<K extends string | number>(weights: Readonly<Record<K, number>>): K
  /** Waiting time with this mean (exponential), ≥ 0. */
  wait(mean: number): number
}

/** @param name whose chance it is, e.g. `'answer', proposalId`. */
export function chanceOf(...name: readonly (string | number)[]): Chance {
  const next = mulberry32(hashOf([PARAMETERS.seed, ...name].join(':')))
  const chance: Chance = {
    next,
    is: (share) => next() < share,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    of(choices) {
      const one = choices[Math.floor(next() * choices.length)]
      if (one === undefined) throw new RangeError('nothing to choose from')
      return one
    },
    weighted(weights) {
      let left = next() * weights.reduce((sum, weight) => sum + weight, 0)
      for (const [i, weight] of weights.entries()) {
        left -= weight
        if (left < 0) return i
      }
      return weights.length - 1
    },
    key<K extends string | number>(weights: Readonly<Record<K, number>>) {
      const keys = Object.keys(weights) as K[]
      return keys[chance.weighted(keys.map((key) => weights[key]))] as K
    },
    wait: (mean) => -Math.log(1 - next()) * mean,
  }
  return chance
}

/** @returns weights 1, 1/2^s, 1/3^s, … */
export function zipf(count: number, s: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => (i + 1) ** -s)
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Tommy Ettinger's generator, public domain. */
function mulberry32(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
