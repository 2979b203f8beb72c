import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readyStateOf } from '../../utils/page/dom-access.ts';
import { tabWorld } from '../../utils/platform/tab-world.ts';
import { hideEarly } from './hide-early.ts';

/**
 * Hides early what is known of one site, by the user's rules and by what is remembered. The browser puts it in at the
 * start of pages of sites that have some.
 */
export default defineUnlistedScript(() => {
  if (readyStateOf(document) === 'loading') hideEarly(document, location.href, tabWorld());
});
