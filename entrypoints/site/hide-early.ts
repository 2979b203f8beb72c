import { type InlineChange, tuckAway, undoStyle } from '../../utils/clutter/hide/hide-element.ts';
import { type EarlyBlocks, findEarly, isTooMuch } from '../../utils/clutter/memory/early-blocks.ts';
import { knownNames } from '../../utils/clutter/memory/site-memory.ts';
import { reportHidden } from '../../utils/messaging/report-hidden.ts';
import { askBackground } from '../../utils/messaging/tab-side.ts';
import { holds, isAttached, isElement, listenAt, rootOf } from '../../utils/page/dom-access.ts';
import type { tabWorld } from '../../utils/platform/tab-world.ts';
import { siteSettings } from '../../utils/settings/site-settings.ts';
import { holdPaint } from './hold-paint.ts';

/**
 * How long after the page was parsed the gate has to have said yes, and then the assistant to have come, in ms. On a
 * machine with much else to do that takes seconds, and what is shown meanwhile is hidden again at once.
 */
const GATE_MS = 150;
const ASSISTANT_MS = 8000;
const HIDDEN_LIMIT = 100;

async function loadBlocks(url: string): Promise<EarlyBlocks | null> {
  const [blocks, { keepsLoading }] = await Promise.all([
    askBlocks(url, null),
    askBackground('page/loaded', { opened: performance.timeOrigin }),
  ]);
  return keepsLoading ? null : blocks;
}

/**
 * What is known of a page's site; null where nothing is to be hidden.
 *
 * @param place where the page says it is at home; null before it has
 */
async function askBlocks(url: string, place: { canonicalUrl: string } | null): Promise<EarlyBlocks | null> {
  const { settings, memory } = await askBackground('site/ask', place);
  const site = siteSettings(settings, url);
  if (site.off === true || site.clutterOff === true || site.treatAs === 'not-article') return null;
  return { rules: site.rules ?? [], names: knownNames(memory) };
}

const isPrerendered = (document_: Document): boolean =>
  Reflect.get(Document.prototype, 'prerendering', document_) === true;

/**
 * No flash: hides what is known of the site while the page is still being parsed, before it is painted. All of it is
 * shown again when the assistant looks at the page, in the same turn in which it hides what its guard allows; where
 * no assistant comes, it is shown again at once.
 */
export function hideEarly(document_: Document, url: string, world: ReturnType<typeof tabWorld>): void {
  const changes: InlineChange[] = [];
  const spared = new WeakSet<Element>();
  let blocks: EarlyBlocks | null = null;
  let waiting: Element[] = [];

  /** What was hidden when only its start was there may turn out to hold the story. */
  const lookAgain = (root: Element): void => {
    for (const change of changes) {
      if (!holds(change.element, root) || !isTooMuch(change.element)) continue;
      undoStyle(change);
      spared.add(change.element);
      changes.splice(changes.indexOf(change), 1);
      return;
    }
  };
  const look = (root: Element): void => {
    if (blocks === null || !isAttached(root)) return;
    lookAgain(root);
    if (changes.length >= HIDDEN_LIMIT) return;
    const before = changes.length;
    for (const element of findEarly(root, blocks)) {
      if (spared.has(element) || changes.some((change) => holds(change.element, element))) continue;
      const change = tuckAway(element);
      if (change !== null) changes.push(change);
    }
    if (changes.length > before) reportHidden();
  };
  const observer = new MutationObserver((records) => {
    // What is put into something new is looked at with it: a parser tells of every element by itself.
    const looked = new Set<Node>();
    for (const { addedNodes, target } of records) {
      for (let i = 0; i < addedNodes.length; i++) {
        const node = addedNodes[i];
        if (node === undefined || !isElement(node)) continue;
        if (!looked.has(target)) {
          if (blocks === null) waiting.push(node);
          else look(node);
        }
        looked.add(node);
      }
    }
  });
  const letPaint = holdPaint(rootOf(document_) as HTMLHtmlElement | null);
  const end = (): void => {
    letPaint();
    observer.disconnect();
    waiting = [];
    blocks = null;
    for (const change of changes.splice(0).toReversed()) undoStyle(change);
    if (world.endEarly === end) world.endEarly = undefined;
  };
  world.endEarly = end;
  observer.observe(document_, { childList: true, subtree: true });
  const failed = (error: unknown): void => {
    console.warn('offprint: nothing hidden early', error);
    end();
  };
  /** It may be off where the page is at home, which nobody could ask about before the gate read it. */
  const endWhereOff = async (canonicalUrl: string): Promise<void> => {
    if ((await askBlocks(url, { canonicalUrl })) === null && world.endEarly === end) end();
  };
  const waitForGate = (): void => {
    setTimeout(() => {
      if (world.gate?.verdict.isArticle !== true) return end();
      setTimeout(end, ASSISTANT_MS);
      if (world.gate.canonicalUrl !== undefined) endWhereOff(world.gate.canonicalUrl).catch(failed);
    }, GATE_MS);
  };
  const onParsed = (): void => {
    // The gate looks at a prerendered page when the user comes to it.
    if (!isPrerendered(document_)) waitForGate();
    else listenAt(document_, 'prerenderingchange', waitForGate, { once: true });
  };
  listenAt(document_, 'DOMContentLoaded', onParsed, { once: true });
  loadBlocks(url)
    .then((loaded) => {
      if (world.endEarly !== end) return;
      blocks = loaded;
      if (loaded === null) return end();
      for (const root of waiting) look(root);
      waiting = [];
      letPaint();
    })
    .catch(failed);
}
