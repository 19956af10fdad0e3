/** Whether somebody looks at the answer: counted questions are those of people. */
import { isbot } from 'isbot'

/** @returns false for robots, for programs that do not say who they are, and for what a browser fetches ahead. */
export function isByPerson(request: Request): boolean {
  const agent = request.headers.get('User-Agent')
  const purpose = request.headers.get('Sec-Purpose') ?? request.headers.get('Purpose') ?? ''
  return agent !== null && !isbot(agent) && !purpose.includes('prefetch')
}
