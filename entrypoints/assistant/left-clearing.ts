import type { Clearing } from '../../utils/clutter/hide/start-clearing.ts';
import { tabWorld } from '../../utils/platform/tab-world.ts';

/** Why an assistant ends whose clearing the next one goes on with. */
export const FOR_NEXT = 'for the next assistant';

/**
 * How long what is hidden stays hidden without an assistant, in ms: between two addresses of an application, whose text
 * may come a while after its address.
 */
const LEFT_MS = 4000;

/** Leaves a clearing to the next assistant of the same document: shown and hidden again, each box would flash. */
export function leaveClearing(clearing: Clearing, life: AbortController, choices: string): void {
  const world = tabWorld();
  world.leftClearing?.life.abort();
  const left = { clearing, life, choices };
  world.leftClearing = left;
  setTimeout(() => {
    if (world.leftClearing === left) takeLeftClearing('');
  }, LEFT_MS);
}

/**
 * Takes over what the assistant before has left.
 *
 * @param choices of the user; what was cleared by others is given back
 */
export function takeLeftClearing(choices: string): { clearing: Clearing; life: AbortController } | null {
  const world = tabWorld();
  const left = world.leftClearing;
  world.leftClearing = undefined;
  if (left === undefined || left.life.signal.aborted) return null;
  if (left.choices === choices) return left;
  left.life.abort();
  return null;
}
