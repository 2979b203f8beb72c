import type { DeviceId, Stamp } from './stamp.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** A value, or null where it was taken away. A version of a note also says which others its writer had seen. */
export type Field = readonly [stamp: Stamp, value: Json, seen?: Readonly<Record<DeviceId, Stamp>>];
