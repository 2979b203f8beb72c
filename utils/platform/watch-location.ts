import { withoutPlace } from '../article/metadata/address-route.ts';
import { isNavigation } from './watch-own-reloads.ts';

interface NavigationLike {
  addEventListener(
    type: 'currententrychange',
    listener: (event: { navigationType?: string | null }) => void,
    options: { signal: AbortSignal },
  ): void;
}

/**
 * How an address was changed: `replace` gives the page that is there another address, as sites do that tidy theirs up;
 * the others go to another page of the application.
 */
export type Move = 'push' | 'replace' | 'traverse';

export interface LocationWatch {
  /** Looks at once: where the browser does not tell, the last look may be a moment ago. */
  look(): void;
  /** How the address was changed last; null where it was not. */
  lastMove(): Move | null;
}

/** How often the address is looked at where there is no Navigation API, in ms. */
const POLL_MS = 1000;

const isMove = (type: unknown): type is Move => type === 'push' || type === 'replace' || type === 'traverse';

/**
 * Calls back when the address changes without a page load (History API), places in the page aside.
 * A content script can't see a page's own call of `pushState`; the Navigation API reports it to every world.
 *
 * @param listener gets the new address
 * @param signal ends the watch
 */
export function watchLocation(
  listener: (url: string) => void,
  signal: AbortSignal,
  window_ = window,
): LocationWatch {
  let last = withoutPlace(window_.location.href);
  let entries = window_.history?.length;
  let told: Move | null = null;
  let move: Move | null = null;
  let hasTraversed = false;
  const look = (): void => {
    if (signal.aborted) return;
    const now = withoutPlace(window_.location.href);
    const count = window_.history?.length;
    if (now !== last) {
      last = now;
      // Without the browser's word: a new entry in the history is a new page. Of one who has gone back, nobody knows:
      // a new entry takes the place of others.
      move = told ?? (count === entries && !hasTraversed ? 'replace' : 'push');
      hasTraversed ||= move === 'traverse';
      listener(now);
    }
    entries = count;
    told = null;
  };
  const watch: LocationWatch = { look, lastMove: () => move };
  const { navigation } = window_ as { navigation?: NavigationLike };
  if (navigation !== undefined && isNavigation(navigation)) {
    const onChange = ({ navigationType }: { navigationType?: string | null }): void => {
      told = isMove(navigationType) ? navigationType : null;
      look();
    };
    navigation.addEventListener('currententrychange', onChange, { signal });
    return watch;
  }
  const onTraverse = (): void => {
    told = 'traverse';
    look();
  };
  window_.addEventListener?.('popstate', onTraverse, { signal });
  window_.addEventListener?.('hashchange', look, { signal });
  const timer = setInterval(look, POLL_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  return watch;
}
