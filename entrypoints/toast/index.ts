import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { showInPage, toastWorld } from './toast-in-page.ts';

/** Injected into a tab before a toast is shown there. */
export default defineUnlistedScript(() => {
  toastWorld().show = showInPage;
});
