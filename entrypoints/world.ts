import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tabState } from '../utils/platform/tab-state.ts';

/**
 * Runs before the page has any element, so that the browser sets up our isolated world by then. A Chromium that does so
 * later takes a form with the id `chrome` for the object of its extension API, and a field named `runtime` in it for a
 * part of it. Existing objects can't be shadowed by elements.
 */
export default defineUnlistedScript(() => {
  tabState();
});
