import { bodyOf, isAttached, queryWithin } from '../../page/dom-access.ts';
import { nameOf, openRootOf } from '../../page/element-access.ts';
import { closedRootOf } from '../find/shadow-roots.ts';
import { tagBits } from '../find/tags.ts';

/**
 * When a page is looked at for shadow roots that came late, in ms after the start. Nothing tells of a root attached to
 * an element that is there already, as when its component is defined: neither a change nor an event.
 */
const LOOKS = [400, 1000, 2000, 3500, 5500, 8000, 12_000, 17_000, 24_000, 32_000];
const MOST_ELEMENTS = 20_000;

/**
 * Tells of elements that have got a shadow root, for half a minute; later ones are found with the next look at the page.
 *
 * @param known the roots that were met
 * @param onHosts gets the elements whose roots were not
 */
export function watchLateRoots(
  document_: Document,
  known: ReadonlySet<ShadowRoot>,
  onHosts: (hosts: readonly Element[]) => void,
  signal: AbortSignal,
): void {
  const look = (): void => {
    const body = bodyOf(document_);
    if (body === null) return;
    const hosts: Element[] = [];
    // Components stand in components.
    let left = MOST_ELEMENTS;
    for (const place of [body, ...[...known].filter((root) => isAttached(root.host))]) {
      if (left <= 0) break;
      const all = queryWithin(place, '*');
      for (let i = 0; i < all.length && left > 0; i++, left--) {
        const element = all[i];
        const root = element && (openRootOf(element) ?? closedRootOf(element, tagBits(nameOf(element))));
        if (element !== undefined && root && !known.has(root)) hosts.push(element);
      }
    }
    if (hosts.length > 0) onHosts(hosts);
  };
  let timer: ReturnType<typeof setTimeout> | null = null;
  const wait = (looked: number): void => {
    const next = LOOKS[looked];
    if (next === undefined) return;
    timer = setTimeout(
      () => {
        try {
          look();
        } finally {
          // What goes wrong in one look is told, and must not end the later ones; what it leads to may.
          if (!signal.aborted) wait(looked + 1);
        }
      },
      next - (LOOKS[looked - 1] ?? 0),
    );
  };
  wait(0);
  signal.addEventListener('abort', () => timer !== null && clearTimeout(timer), { once: true });
}
