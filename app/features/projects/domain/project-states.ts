/** The life of a project. Publishing follows from the result coming before schools; nobody presses it here. */
import type { StateTable } from '~/kernel/state-machine'

export const PROJECT_STATES = ['preparing', 'running', 'finished', 'published', 'stopped'] as const
export type ProjectState = (typeof PROJECT_STATES)[number]
export type ProjectMove = 'start' | 'finish' | 'reopen' | 'publish' | 'stop'

export const PROJECT_TABLE: StateTable<ProjectState, ProjectMove> = {
  preparing: { start: 'running', stop: 'stopped' },
  running: { finish: 'finished', stop: 'stopped' },
  // What was made may still need work, until it is before schools.
  finished: { reopen: 'running', publish: 'published', stop: 'stopped' },
  published: {},
  stopped: {},
}

export const MEMBER_STATES = ['invited', 'joined', 'refused', 'left'] as const
export type MemberState = (typeof MEMBER_STATES)[number]
export type MemberMove = 'invite' | 'accept' | 'refuse' | 'leave' | 'withdraw'

/** Who said no or left may be asked once more. */
export const MEMBER_TABLE: StateTable<MemberState, MemberMove> = {
  invited: { accept: 'joined', refuse: 'refused', withdraw: 'left' },
  joined: { leave: 'left' },
  refused: { invite: 'invited' },
  left: { invite: 'invited' },
}
