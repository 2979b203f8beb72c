/** Inserted by the build from the packages' metadata; see `scripts/build/licences.ts`. */
declare const __LICENCES__: readonly { name: string; version: string; licence: string }[];
