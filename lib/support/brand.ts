declare const brand: unique symbol;

/**
 * A value that has passed the one parser allowed to vouch for it. Below the edge of the program there are
 * branded values only, so a raw string from a registry or a URL cannot slip into a path, query or filter.
 */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
