import type { Clearing } from '../../utils/clutter/hide/start-clearing.ts';
import { tabWorld } from '../../utils/platform/tab-world.ts';
import { loadPlaceMarker } from './load-beside.ts';

/** The mark at the place of one hidden item. */
export class OutlinedPlace {
  readonly #clearing: () => Clearing | null;
  /** The item whose place is marked. */
  #id: number | null = null;

  constructor(clearing: () => Clearing | null) {
    this.#clearing = clearing;
  }

  /** Marks the place of an item in place of the one before; null marks none. */
  async show(id: number | null): Promise<void> {
    this.#id = id;
    tabWorld().placeMarker?.clear();
    if (id === null) return;
    const marker = await loadPlaceMarker();
    // The pointer may have gone on meanwhile.
    const place = this.#id === id ? this.#clearing()?.placeOf(id) : null;
    if (place) marker?.show(place);
  }
}
