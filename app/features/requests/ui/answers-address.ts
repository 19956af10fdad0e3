/** The address of the form with its answers: what makes each step a page of its own. */
import { paths } from '~/components/paths'
import type { StepName, TypedRequest } from '../domain/request-form'

/** Who rang is posted and never stands in an address. */
export function isPersonal(name: string): boolean {
  return name === 'contactName' || name === 'contactEmail'
}

export function addressOfAnswers(typed: TypedRequest, step: StepName): string {
  const params = new URLSearchParams()
  for (const [name, values] of Object.entries(typed))
    if (!isPersonal(name) && name !== 'submissionKey') for (const value of values) params.append(name, value)
  params.set('step', step)
  return `${paths.newRequest()}?${params}`
}
