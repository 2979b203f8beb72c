import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askBackground } from '../../utils/messaging/tab-side.ts';
import { tabState } from '../../utils/platform/tab-state.ts';
import { Picker } from './picker.ts';

/** Starts the picker. Injected when the user wants to hide something; restarts when injected again. */
export default defineUnlistedScript(() => {
  const world = tabState();
  world.endPicker?.();
  const open = async (): Promise<void> => {
    const { theme } = (await askBackground('site/ask', null)).settings;
    world.endPicker?.();
    const picker = new Picker(document, world.picking ?? null, theme, () => {
      world.endPicker = undefined;
    });
    world.endPicker = () => picker.end();
  };
  open().catch((error: unknown) => console.warn('offprint: could not open the picker', error));
});
