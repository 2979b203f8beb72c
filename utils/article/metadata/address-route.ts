/**
 * Single-page applications may keep routes in the fragment: `#/news/7`, `#!/news/7`, `#!news`. Any other fragment is a
 * position in the page. `#!` is from Google's AJAX crawling scheme (2009), `#/` from the hash modes of the routers of Vue,
 * React and Angular.
 */
const ROUTE = /^#(?:!|\/)/;

/** The fragment if it is a route; otherwise `''`. */
export function routeOf(address: string): string {
  const at = address.indexOf('#');
  const fragment = at < 0 ? '' : address.slice(at);
  return ROUTE.test(fragment) ? fragment : '';
}

/** The address without a fragment that is no route. */
export function withoutPlace(address: string): string {
  const at = address.indexOf('#');
  return at < 0 || routeOf(address) !== '' ? address : address.slice(0, at);
}

/** The address with its route as a path, for functions that examine paths. */
export const withRouteAsPath = (address: string): string =>
  routeOf(address) === '' ? address : address.replace(/\/?(?:\?[^#]*)?#!?\/?/, '/');
