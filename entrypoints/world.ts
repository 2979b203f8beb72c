import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tabWorld } from '../utils/platform/tab-world.ts';

/**
 * Put into a page before it has any element, so that the browser makes our own world there by then. A Chromium that
 * makes it later takes a form with the id `chrome` for the object that its API belongs to, and a field of that form
 * with the name `runtime` for a part of it. What is there already no element can replace.
 */
export default defineUnlistedScript(() => {
  tabWorld();
});
