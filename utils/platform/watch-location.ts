import { withoutPlace } from '../article/metadata/address-route.ts';
import { isNavigationObject } from './watch-page-reloads.ts';

interface NavigationLike {
  addEventListener(
    type: 'currententrychange',
    listener: (event: { navigationType?: string | null }) => void,
    options: { signal: AbortSignal },
  ): void;
}

/**
 * How an address was changed: `replace` changes the address of the current page, as sites do to clean it up; the others
 * navigate to another page of the application.
 */
export type Move = 'push' | 'replace' | 'traverse';

export interface LocationWatch {
  /** Checks the address now; without the Navigation API, the last check may be a second old. */
  look(): void;
  /** How the address was changed last; null if it was not. */
  lastMove(): Move | null;
}

/** The polling interval without the Navigation API. */
const POLL_MS = 1000;

const isMove = (type: unknown): type is Move => type === 'push' || type === 'replace' || type === 'traverse';

/**
 * Calls back when the address changes without a page load (History API), except for positions in the page (fragments).
 * A content script can't observe the page's calls of `pushState`, but the Navigation API reports them to every world.
 *
 * @param listener receives the new address
 * @param signal ends the watch
 */
export function watchLocation(
  listener: (url: string) => void,
  signal: AbortSignal,
  window_ = window,
): LocationWatch {
  let last = withoutPlace(window_.location.href);
  let entries = window_.history?.length;
  let reported: Move | null = null;
  let move: Move | null = null;
  let hasTraversed = false;
  const look = (): void => {
    if (signal.aborted) return;
    const now = withoutPlace(window_.location.href);
    const count = window_.history?.length;
    if (now !== last) {
      last = now;
      // If the browser does not report the kind: a new history entry means a new page. After going back this is
      // unreliable, because a new entry replaces later ones.
      move = reported ?? (count === entries && !hasTraversed ? 'replace' : 'push');
      hasTraversed ||= move === 'traverse';
      listener(now);
    }
    entries = count;
    reported = null;
  };
  const watch: LocationWatch = { look, lastMove: () => move };
  const { navigation } = window_ as { navigation?: NavigationLike };
  if (navigation !== undefined && isNavigationObject(navigation)) {
    const onChange = ({ navigationType }: { navigationType?: string | null }): void => {
      reported = isMove(navigationType) ? navigationType : null;
      look();
    };
    navigation.addEventListener('currententrychange', onChange, { signal });
    return watch;
  }
  const onTraverse = (): void => {
    reported = 'traverse';
    look();
  };
  window_.addEventListener?.('popstate', onTraverse, { signal });
  window_.addEventListener?.('hashchange', look, { signal });
  const timer = setInterval(look, POLL_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  return watch;
}
