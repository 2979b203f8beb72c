import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tabState } from '../utils/platform/tab-state.ts';

/**
 * Makes the browser create our isolated world before the page has any elements. If Chromium creates it later, a form with the
 * id `chrome` is taken for the extension API object, and a field named `runtime` in it for `chrome.runtime`. Objects that
 * already exist can't be shadowed by elements.
 */
export default defineUnlistedScript(() => {
  tabState();
});
