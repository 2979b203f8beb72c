import { FOLDER } from './folder-kind.ts';
import { PlaceError } from './place-error.ts';
import type { PlaceKind } from './place-types.ts';
import { WEB_DAV } from './web-dav-kind.ts';

/** Every kind of place. A further one is a file that exports a `PlaceKind`, a line here, its id, and its words in `locales`. */
export const PLACE_KINDS: readonly PlaceKind[] = [WEB_DAV, FOLDER];

/** @throws PlaceError `refused` where a later version knew a kind that this one doesn't */
export function kindOf(stored: { readonly kind: string }): PlaceKind {
  const kind = PLACE_KINDS.find(({ id }) => id === stored.kind);
  if (kind === undefined) throw new PlaceError('refused', 'an unknown kind of place');
  return kind;
}
