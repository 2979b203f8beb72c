import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askBackground } from '../../utils/messaging/tab-side.ts';
import { tabState } from '../../utils/platform/tab-state.ts';
import { Picker } from './picker.ts';

/** Starts the picker. Injected when the user wants to hide something; restarts when injected again. */
export default defineUnlistedScript(() => {
  const state = tabState();
  state.endPicker?.();
  const open = async (): Promise<void> => {
    const { theme } = (await askBackground('site/ask', null)).settings;
    state.endPicker?.();
    const picker = new Picker(document, state.picking ?? null, theme, () => {
      state.endPicker = undefined;
    });
    state.endPicker = () => picker.end();
  };
  open().catch((error: unknown) => console.warn('offprint: could not open the picker', error));
});
