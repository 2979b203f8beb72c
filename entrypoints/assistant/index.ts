import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readClosedRootsBy } from '../../utils/clutter/find/shadow-roots.ts';
import { openOrClosedShadowRoot } from '../../utils/platform/closed-shadow-roots.ts';
import { tabWorld } from '../../utils/platform/tab-world.ts';
import { Assistant } from './assistant.ts';
import { FOR_NEXT } from './left-clearing.ts';

/** Each time this script is put into a tab it starts afresh on the page as it is now. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.endAssistant?.(true);
  readClosedRootsBy(openOrClosedShadowRoot);
  const life = new AbortController();
  world.endAssistant = (isForNext) => life.abort(isForNext ? FOR_NEXT : undefined);
  const assistant = new Assistant(life.signal);
  assistant.start(world.gate).catch((error: unknown) => assistant.fail(error));
});
