import { stripFragment } from '../article/metadata/address-route.ts';
import { isNavigationObject } from './watch-page-reloads.ts';

interface NavigationLike {
  addEventListener(
    type: 'currententrychange',
    listener: (event: { navigationType?: string | null }) => void,
    options: { signal: AbortSignal },
  ): void;
}

/**
 * How the URL was changed. `replace` changes the URL of the current page, as sites do to clean it up. The other kinds
 * navigate to another page of a single-page app.
 */
export type NavigationKind = 'push' | 'replace' | 'traverse';

export interface LocationWatch {
  /** Checks the URL now. Without the Navigation API, the last check may be up to a second old. */
  check(): void;
  /** How the URL was last changed; null if it has not changed. */
  lastMove(): NavigationKind | null;
}

/** The polling interval in browsers without the Navigation API. */
const POLL_MS = 1000;

const isNavigationKind = (type: unknown): type is NavigationKind =>
  type === 'push' || type === 'replace' || type === 'traverse';

/**
 * Calls `listener` at same-document navigations (History API), except for those to a position in the page (fragments).
 * A content script can't observe the page's calls of `pushState`, but the Navigation API reports them to every world.
 *
 * @param listener receives the new URL, without a fragment that is only a position
 * @param signal stops watching
 */
export function watchLocation(
  listener: (url: string) => void,
  signal: AbortSignal,
  window_ = window,
): LocationWatch {
  let lastUrl = stripFragment(window_.location.href);
  let entryCount = window_.history?.length;
  let reportedKind: NavigationKind | null = null;
  let lastKind: NavigationKind | null = null;
  let hasTraversed = false;
  const check = (): void => {
    if (signal.aborted) return;
    const url = stripFragment(window_.location.href);
    const count = window_.history?.length;
    if (url !== lastUrl) {
      lastUrl = url;
      // If the browser does not report the kind, a new history entry means a new page. This is unreliable after going
      // back, because a new entry then replaces later ones.
      lastKind = reportedKind ?? (count === entryCount && !hasTraversed ? 'replace' : 'push');
      hasTraversed ||= lastKind === 'traverse';
      listener(url);
    }
    entryCount = count;
    reportedKind = null;
  };
  const watch: LocationWatch = { check, lastMove: () => lastKind };
  const { navigation } = window_ as { navigation?: NavigationLike };
  if (navigation !== undefined && isNavigationObject(navigation)) {
    const onChange = ({ navigationType }: { navigationType?: string | null }): void => {
      reportedKind = isNavigationKind(navigationType) ? navigationType : null;
      check();
    };
    navigation.addEventListener('currententrychange', onChange, { signal });
    return watch;
  }
  const onPopState = (): void => {
    reportedKind = 'traverse';
    check();
  };
  window_.addEventListener?.('popstate', onPopState, { signal });
  window_.addEventListener?.('hashchange', check, { signal });
  const timer = setInterval(check, POLL_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
  return watch;
}
