import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findExtras } from '../utils/clutter/find/find-extras.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What finds share bars, comments and the like, put beside the assistant where the user wants them hidden. */
export default defineUnlistedScript(() => {
  tabWorld().findExtras ??= findExtras;
});
