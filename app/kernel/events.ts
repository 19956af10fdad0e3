/** A past fact that one slice tells the others. `subjectId` names what it happened to; the payload is small JSON. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue }

export type DomainEvent = {
  /** Past tense, `OfferPublished`. */
  readonly type: string
  readonly subjectId: string
  readonly payload: { readonly [key: string]: JsonValue }
}

/**
 * What a use case hands its events to, inside its own transaction: the event rows and one job per event and subscriber
 * are committed with the change or not at all.
 */
export type Outbox = { append(...events: readonly DomainEvent[]): Promise<void> }
