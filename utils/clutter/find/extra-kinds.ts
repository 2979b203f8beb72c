import type { ClutterKind } from '../types.ts';

/** What a user may want to keep, and is hidden on choice only. What finds it is loaded where it is wanted. */
const KINDS = [
  'social-follow',
  'share-bar',
  'related-links',
  'comments',
  'ad-slot',
  'page-note',
] as const satisfies readonly ClutterKind[];

export type ExtraKind = (typeof KINDS)[number];

export const EXTRA_KINDS: ReadonlySet<ClutterKind> = new Set(KINDS);

/** Whether any of these kinds is wanted. */
export function wantsExtras(kinds: Readonly<Partial<Record<ClutterKind, boolean>>> = {}): boolean {
  return KINDS.some((kind) => kinds[kind] === true);
}
