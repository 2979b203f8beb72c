import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readyStateOf } from '../../utils/page/dom-access.ts';
import { tabState } from '../../utils/platform/tab-state.ts';
import { hideEarly } from './hide-early.ts';

/** Hides blocks early by the user's rules. Registered for sites with such rules, and injected when a page starts to load. */
export default defineUnlistedScript(() => {
  if (readyStateOf(document) === 'loading') hideEarly(document, location.href, tabState());
});
