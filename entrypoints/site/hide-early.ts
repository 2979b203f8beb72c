import { hidePending, type InlineChange, undoInlineChange } from '../../utils/clutter/hide/hide-element.ts';
import { findEarlyBlocks, mayContainArticle } from '../../utils/clutter/rules/early-blocks.ts';
import type { UserRule } from '../../utils/clutter/rules/user-rules.ts';
import { reportHidden } from '../../utils/messaging/report-hidden.ts';
import { askBackground } from '../../utils/messaging/tab-side.ts';
import {
  containsNode,
  documentElementOf,
  isConnected,
  isElement,
  listenTo,
} from '../../utils/page/dom-access.ts';
import type { tabState } from '../../utils/platform/tab-state.ts';
import { getSiteSettings } from '../../utils/settings/site-settings.ts';
import { holdPaint } from './hold-paint.ts';

/**
 * How long after parsing the gate has to confirm an article, and then the assistant to start. On a busy machine that takes
 * seconds, and blocks shown meanwhile would be hidden again at once.
 */
const GATE_MS = 150;
const ASSISTANT_MS = 8000;
const MAX_HIDDEN = 100;

async function loadRules(url: string): Promise<readonly UserRule[] | null> {
  const [rules, { keepsLoading }] = await Promise.all([
    askRules(url, null),
    askBackground('page/loaded', { opened: performance.timeOrigin }),
  ]);
  return keepsLoading ? null : rules;
}

/**
 * Asks for the user's rules for a page's site; null if nothing is to be hidden.
 *
 * @param place the canonical address that the page claims; null while it is unknown
 */
async function askRules(
  url: string,
  place: { canonicalUrl: string } | null,
): Promise<readonly UserRule[] | null> {
  const { settings } = await askBackground('site/ask', place);
  const site = getSiteSettings(settings, url);
  if (site.off === true || site.clutterOff === true || site.treatAs === 'not-article') return null;
  return site.rules ?? [];
}

const isPrerendered = (document_: Document): boolean =>
  Reflect.get(Document.prototype, 'prerendering', document_) === true;

/**
 * Hides blocks by the user's rules while the page is being parsed, so that they are never painted. They are shown again
 * when the assistant looks at the page, in the same task in which it hides what its guard allows; if no assistant starts,
 * they are shown again at once.
 */
export function hideEarly(document_: Document, url: string, world: ReturnType<typeof tabState>): void {
  const changes: InlineChange[] = [];
  const spared = new WeakSet<Element>();
  let rules: readonly UserRule[] | null = null;
  let waiting: Element[] = [];

  /** Shows blocks again that turn out to contain the article, now that more of them is parsed. */
  const lookAgain = (root: Element): void => {
    for (const change of changes) {
      if (!containsNode(change.element, root) || !mayContainArticle(change.element)) continue;
      undoInlineChange(change);
      spared.add(change.element);
      changes.splice(changes.indexOf(change), 1);
      return;
    }
  };
  const look = (root: Element): void => {
    if (rules === null || !isConnected(root)) return;
    lookAgain(root);
    if (changes.length >= MAX_HIDDEN) return;
    const before = changes.length;
    for (const element of findEarlyBlocks(root, rules)) {
      if (spared.has(element) || changes.some((change) => containsNode(change.element, element))) continue;
      const change = hidePending(element);
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
          if (rules === null) waiting.push(node);
          else look(node);
        }
        looked.add(node);
      }
    }
  });
  const releasePaint = holdPaint(documentElementOf(document_) as HTMLHtmlElement | null);
  const end = (): void => {
    releasePaint();
    observer.disconnect();
    waiting = [];
    rules = null;
    for (const change of changes.splice(0).toReversed()) undoInlineChange(change);
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
    if ((await askRules(url, { canonicalUrl })) === null && world.endEarly === end) end();
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
    else listenTo(document_, 'prerenderingchange', waitForGate, { once: true });
  };
  listenTo(document_, 'DOMContentLoaded', onParsed, { once: true });
  loadRules(url)
    .then((loaded) => {
      if (world.endEarly !== end) return;
      rules = loaded;
      if (loaded === null) return end();
      for (const root of waiting) look(root);
      waiting = [];
      releasePaint();
    })
    .catch(failed);
}
