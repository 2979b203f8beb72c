import type { PlaceMarker } from '../../utils/clutter/hide/place-marker.ts';
import type { Clearing } from '../../utils/clutter/hide/start-clearing.ts';

/** Marks the place of one hidden item in place of the one before; null marks none. */
export function outlinePlace(marker: PlaceMarker, clearing: Clearing | null, id: number | null): void {
  marker.clear();
  const place = id === null ? null : clearing?.placeOf(id);
  if (place) marker.show(place);
}
