/**
 * Matches a hash route. Single-page applications can have their route in the fragment: `#/news/7`, `#!/news/7`, `#!news`. Any
 * other fragment is a position in the page. `#!` comes from Google's AJAX crawling scheme (2009), `#/` from the hash modes of
 * the routers of Vue, React and Angular.
 */
const ROUTE = /^#(?:!|\/)/;

/** Returns the fragment if it is a route; otherwise `''`. */
export function routeOf(url: string): string {
  const at = url.indexOf('#');
  const fragment = at < 0 ? '' : url.slice(at);
  return ROUTE.test(fragment) ? fragment : '';
}

/** Removes the fragment from a URL, unless it is a route. */
export function stripFragment(url: string): string {
  const at = url.indexOf('#');
  return at < 0 || routeOf(url) !== '' ? url : url.slice(0, at);
}

/** Replaces the path of a URL by its route, if it has one. For functions that examine paths. */
export const moveRouteToPath = (url: string): string =>
  routeOf(url) === '' ? url : url.replace(/\/?(?:\?[^#]*)?#!?\/?/, '/');
