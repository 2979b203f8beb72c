import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { receiveInTab } from '../../utils/messaging/tab-side.ts';
import { tabState } from '../../utils/platform/tab-state.ts';
import { showInPage } from './toast-in-page.ts';

/** Shows one toast. Injected into a tab before each toast; removes the previous one. */
export default defineUnlistedScript(() => {
  const state = tabState();
  state.endToast?.();
  const life = new AbortController();
  state.endToast = () => life.abort();
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
