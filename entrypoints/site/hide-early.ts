import { hideUnjudged, type InlineChange, undoStyle } from '../../utils/clutter/hide/hide-element.ts';
import { type EarlyBlocks, findEarly, isTooMuch } from '../../utils/clutter/memory/early-blocks.ts';
import { knownNames } from '../../utils/clutter/memory/site-memory.ts';
import { reportHidden } from '../../utils/messaging/report-hidden.ts';
import { askBackground } from '../../utils/messaging/tab-side.ts';
import { holds, isAttached, isElement, listenAt, rootOf } from '../../utils/page/dom-access.ts';
import type { tabWorld } from '../../utils/platform/tab-world.ts';
import { siteSettings } from '../../utils/settings/site-settings.ts';
import { holdPaint } from './hold-paint.ts';

/**
 * How long after parsing the gate has to confirm an article, and then the assistant to start. On a busy machine that takes
 * seconds, and blocks shown meanwhile would be hidden again at once.
 */
const GATE_MS = 150;
const ASSISTANT_MS = 8000;
const MAX_HIDDEN = 100;

async function loadBlocks(url: string): Promise<EarlyBlocks | null> {
  const [blocks, { keepsLoading }] = await Promise.all([
    askBlocks(url, null),
    askBackground('page/loaded', { opened: performance.timeOrigin }),
  ]);
  return keepsLoading ? null : blocks;
}

/**
 * Asks for the known blocks of a page's site; null if nothing is to be hidden.
 *
 * @param place the canonical address that the page claims; null while it is unknown
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
 * Hides known blocks of the site while the page is being parsed, so that they are never painted. They are shown again when
 * the assistant looks at the page, in the same task in which it hides what its guard allows; if no assistant starts, they
 * are shown again at once.
 */
export function hideEarly(document_: Document, url: string, world: ReturnType<typeof tabWorld>): void {
  const changes: InlineChange[] = [];
  const spared = new WeakSet<Element>();
  let blocks: EarlyBlocks | null = null;
  let waiting: Element[] = [];

  /** Shows blocks again that turn out to contain the article, now that more of them is parsed. */
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
    if (changes.length >= MAX_HIDDEN) return;
    const before = changes.length;
    for (const element of findEarly(root, blocks)) {
      if (spared.has(element) || changes.some((change) => holds(change.element, element))) continue;
      const change = hideUnjudged(element);
      if (change !== null) changes.push(change);
    }
    if (changes.length > before) reportHidden();
  };
  const observer = new MutationObserver((records) => {
    // Descendants of an added element are found with it; a parser reports every element separately.
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
  const releasePaint = holdPaint(rootOf(document_) as HTMLHtmlElement | null);
  const end = (): void => {
    releasePaint();
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
  /** Ends if the site is switched off at its canonical address, which is known only once the gate has read it. */
  const endIfOff = async (canonicalUrl: string): Promise<void> => {
    if ((await askBlocks(url, { canonicalUrl })) === null && world.endEarly === end) end();
  };
  const waitForGate = (): void => {
    setTimeout(() => {
      if (world.gate?.verdict.isArticle !== true) return end();
      setTimeout(end, ASSISTANT_MS);
      if (world.gate.canonicalUrl !== undefined) endIfOff(world.gate.canonicalUrl).catch(failed);
    }, GATE_MS);
  };
  const onParsed = (): void => {
    // The gate judges a prerendered page when the user opens it.
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
      releasePaint();
    })
    .catch(failed);
}
