import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { receiveInTab } from '../../utils/messaging/tab-side.ts';
import { tabWorld } from '../../utils/platform/tab-world.ts';
import { showInPage } from './toast-in-page.ts';

/** Injected into a tab before a toast is shown there; ends the toast before it. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.endToast?.();
  const life = new AbortController();
  world.endToast = () => life.abort();
  receiveInTab(
    {
      'toast/show': (toast) => {
        showInPage(toast, life);
        return null;
      },
    },
    life.signal,
  );
});
