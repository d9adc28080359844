declare const brand: unique symbol

/** A string or number that only its own constructor can make, so that ids of different kinds never mix. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
