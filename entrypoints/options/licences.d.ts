/** Put in by the build, out of the packages' own data: `scripts/build/licences.ts`. */
declare const __LICENCES__: readonly { name: string; version: string; licence: string }[];
