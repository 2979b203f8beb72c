/**
 * Applications without a server of their own keep the address of what they show behind `#`: `#/news/7`, `#!/news/7`,
 * `#!news`. Any other fragment is a place in the page. The two signs are what routers write: Google's AJAX crawling
 * scheme (2009) for `#!`, and the hash modes of the routers of Vue, React and Angular for `#/`.
 */
const ROUTE = /^#(?:!|\/)/;

/** The fragment, where it says what is shown; `''` where it is a place in the page, or there is none. */
export function routeOf(address: string): string {
  const at = address.indexOf('#');
  const fragment = at < 0 ? '' : address.slice(at);
  return ROUTE.test(fragment) ? fragment : '';
}

/** The address without a place in its page. */
export function withoutPlace(address: string): string {
  const at = address.indexOf('#');
  return at < 0 || routeOf(address) !== '' ? address : address.slice(0, at);
}

/** The address as it would be on a server, for those who read the shape of its path. */
export const withRouteAsPath = (address: string): string =>
  routeOf(address) === '' ? address : address.replace(/\/?(?:\?[^#]*)?#!?\/?/, '/');
