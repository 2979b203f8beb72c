import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { setClosedRootReader } from '../../utils/clutter/find/shadow-roots.ts';
import { announce } from '../../utils/messaging/tab-side.ts';
import { openOrClosedShadowRoot } from '../../utils/platform/closed-shadow-roots.ts';
import { tabState } from '../../utils/platform/tab-state.ts';
import { Assistant } from './assistant.ts';

/** Starts the assistant. When injected again, resumes the existing one if possible. */
export default defineUnlistedScript(() => {
  const state = tabState();
  if (state.resume?.() === true) return;
  state.endAssistant?.(true);
  setClosedRootReader(openOrClosedShadowRoot);
  const life = new AbortController();
  state.readAt = location.href;
  const assistant = new Assistant(life.signal);
  state.resume = () => assistant.resume();
  state.endAssistant = (isReplaced = false) => {
    life.abort();
    state.resume = undefined;
    state.endAssistant = undefined;
    if (!isReplaced) announce('page/left', { url: location.href });
  };
  assistant.start(state.gate).catch((error: unknown) => assistant.fail(error));
});
