/** What a teacher wrote, and what the words of offers say to it. */
import type { TextFitOf } from '~/matching/ranking/subjects'

export type Words = { readonly title: string; readonly text: string }

/** @returns the fits of one request by offer id. Pure; O(offers with a word in common). */
export type FitsOf = (asked: Words) => TextFitOf
