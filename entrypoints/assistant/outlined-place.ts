import type { PlaceMarker } from '../../utils/clutter/hide/place-marker.ts';
import type { Clearing } from '../../utils/clutter/hide/start-clearing.ts';

/** Outlines the position of one hidden item instead of the previous one; null outlines none. */
export function outlinePlace(marker: PlaceMarker, clearing: Clearing | null, id: number | null): void {
  marker.clear();
  const place = id === null ? null : clearing?.placeOf(id);
  if (place) marker.show(place);
}
