declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

export type RequestId = Id<'RequestId'>
/** One group of a request; it takes one class-place. */
export type GroupId = Id<'GroupId'>
