interface NavigationLike {
  addEventListener(type: 'currententrychange', listener: () => void, options: { signal: AbortSignal }): void;
}

/** How often the address is looked at where there is no Navigation API, in ms. */
const POLL_MS = 1000;

function withoutHash(url: string): string {
  const hash = url.indexOf('#');
  return hash < 0 ? url : url.slice(0, hash);
}

/**
 * Calls back when the address changes without a page load (History API), fragments aside.
 * A content script can't see a page's own call of `pushState`; the Navigation API reports it to every world.
 *
 * @param listener gets the new address
 * @param signal ends the watch
 */
export function watchLocation(listener: (url: string) => void, signal: AbortSignal, window_ = window): void {
  let last = withoutHash(window_.location.href);
  const look = (): void => {
    const now = withoutHash(window_.location.href);
    if (now === last) return;
    last = now;
    listener(now);
  };
  const { navigation } = window_ as { navigation?: NavigationLike };
  // Where the browser has none, an element of the page may have the name.
  if (navigation !== undefined && Object.prototype.toString.call(navigation) === '[object Navigation]') {
    navigation.addEventListener('currententrychange', look, { signal });
    return;
  }
  const timer = setInterval(look, POLL_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}
