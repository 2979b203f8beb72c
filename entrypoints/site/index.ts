import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readyStateOf } from '../../utils/page/dom-access.ts';
import { tabState } from '../../utils/platform/tab-state.ts';
import { hideEarly } from './hide-early.ts';

/**
 * Hides blocks of one site early, by the user's rules. The browser injects it at the start of the pages of such sites.
 */
export default defineUnlistedScript(() => {
  if (readyStateOf(document) === 'loading') hideEarly(document, location.href, tabState());
});
