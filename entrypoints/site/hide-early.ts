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
import { delayPaint } from './delay-paint.ts';

/**
 * Time limits (ms) after parsing for the gate to recognise an article, and then for the assistant to start. The latter takes
 * seconds on a busy machine; blocks shown too early would be hidden again at once.
 */
const GATE_TIMEOUT_MS = 150;
const ASSISTANT_TIMEOUT_MS = 8000;
/** Maximum number of blocks hidden early. */
const MAX_HIDDEN = 100;

/** Loads the user's rules; null if nothing should be hidden, for instance because the page keeps reloading itself. */
async function loadRules(url: string): Promise<readonly UserRule[] | null> {
  const [rules, { keepsLoading }] = await Promise.all([
    requestRules(url, null),
    askBackground('page/loaded', { opened: performance.timeOrigin }),
  ]);
  return keepsLoading ? null : rules;
}

/**
 * Requests the user's rules for a page's site; null if hiding is off or the user has marked the page as no article.
 *
 * @param canonical the canonical URL that the page declares; null while it is unknown
 */
async function requestRules(
  url: string,
  canonical: { canonicalUrl: string } | null,
): Promise<readonly UserRule[] | null> {
  const { settings } = await askBackground('site/ask', canonical);
  const site = getSiteSettings(settings, url);
  if (site.off === true || site.clutterOff === true || site.treatAs === 'not-article') return null;
  return site.rules ?? [];
}

const isPrerendered = (document_: Document): boolean =>
  Reflect.get(Document.prototype, 'prerendering', document_) === true;

/**
 * Hides blocks by the user's rules while the page is being parsed, so that they are never painted. When the assistant starts,
 * it shows them and, in the same task, hides those that may be hidden. If no assistant starts, they are shown again.
 */
export function hideEarly(document_: Document, url: string, state: ReturnType<typeof tabState>): void {
  const changes: InlineChange[] = [];
  const exempt = new WeakSet<Element>();
  let rules: readonly UserRule[] | null = null;
  let pendingRoots: Element[] = [];

  /** Shows a block again if it turns out to contain the article, after more of it has been parsed. */
  const showIfArticle = (root: Element): void => {
    for (const change of changes) {
      if (!containsNode(change.element, root) || !mayContainArticle(change.element)) continue;
      undoInlineChange(change);
      exempt.add(change.element);
      changes.splice(changes.indexOf(change), 1);
      return;
    }
  };
  const hideIn = (root: Element): void => {
    if (rules === null || !isConnected(root)) return;
    showIfArticle(root);
    if (changes.length >= MAX_HIDDEN) return;
    const countBefore = changes.length;
    for (const element of findEarlyBlocks(root, rules)) {
      if (exempt.has(element) || changes.some((change) => containsNode(change.element, element))) continue;
      const change = hidePending(element);
      if (change !== null) changes.push(change);
    }
    if (changes.length > countBefore) reportHidden();
  };
  const observer = new MutationObserver((records) => {
    // Skips descendants of elements added in the same batch, since the parser causes a record for each element.
    const visited = new Set<Node>();
    for (const { addedNodes, target } of records) {
      for (let i = 0; i < addedNodes.length; i++) {
        const node = addedNodes[i];
        if (node === undefined || !isElement(node)) continue;
        if (!visited.has(target)) {
          if (rules === null) pendingRoots.push(node);
          else hideIn(node);
        }
        visited.add(node);
      }
    }
  });
  const releasePaint = delayPaint(documentElementOf(document_) as HTMLHtmlElement | null);
  const end = (): void => {
    releasePaint();
    observer.disconnect();
    pendingRoots = [];
    rules = null;
    for (const change of changes.splice(0).toReversed()) undoInlineChange(change);
    if (state.endEarly === end) state.endEarly = undefined;
  };
  state.endEarly = end;
  observer.observe(document_, { childList: true, subtree: true });
  const onError = (error: unknown): void => {
    console.warn('offprint: could not hide blocks early', error);
    end();
  };
  /** Ends if Offprint is off on the site of the canonical URL, which is unknown until the gate has read it. */
  const endIfOff = async (canonicalUrl: string): Promise<void> => {
    if ((await requestRules(url, { canonicalUrl })) === null && state.endEarly === end) end();
  };
  const waitForGate = (): void => {
    setTimeout(() => {
      if (state.gate?.verdict.isArticle !== true) return end();
      setTimeout(end, ASSISTANT_TIMEOUT_MS);
      if (state.gate.canonicalUrl !== undefined) endIfOff(state.gate.canonicalUrl).catch(onError);
    }, GATE_TIMEOUT_MS);
  };
  const onParsed = (): void => {
    // On a prerendered page, the gate runs when the user opens it.
    if (!isPrerendered(document_)) waitForGate();
    else listenTo(document_, 'prerenderingchange', waitForGate, { once: true });
  };
  listenTo(document_, 'DOMContentLoaded', onParsed, { once: true });
  loadRules(url)
    .then((loadedRules) => {
      if (state.endEarly !== end) return;
      rules = loadedRules;
      if (loadedRules === null) return end();
      for (const root of pendingRoots) hideIn(root);
      pendingRoots = [];
      releasePaint();
    })
    .catch(onError);
}
