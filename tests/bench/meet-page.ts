import type { Page } from 'puppeteer-core';
import type { GateReport, PageReport } from '../../utils/messaging/protocol.ts';
import { chooseKeyQuotes } from '../../utils/quotes/ranking/choose-key-quotes.ts';
import { toQuoteInput } from '../../utils/quotes/types.ts';
import type { ExtensionConsole } from '../e2e/harness/extension-console.ts';
import { readVisibleText } from '../e2e/harness/visible-text.ts';
import { waitFor } from '../e2e/harness/wait-for.ts';
import type { SavedPage } from './page-set.ts';
import { serveSavedPage } from './serve-saved-page.ts';

const LOAD_LIMIT_MS = 15_000;
const GATE_LIMIT_MS = 5_000;
const READING_LIMIT_MS = 15_000;
/** Pages whose scripts run are read this long after they loaded (contract of the bench). */
const SCRIPTS_SETTLE_MS = 3_000;
/** Clearing has settled when its list stays the same for this long. */
const SETTLED_MS = 150;

/** One line of the bench's output. */
export interface PageLine {
  id: string;
  isArticle: boolean;
  why: string;
  title: string | null;
  byline: string | null;
  siteName: string | null;
  publishedAt: string | null;
  lang: string | null;
  text: string | null;
  html: string | null;
  hidden: { text: string; kind: string; reason: string }[];
  visibleTextBefore: string;
  visibleText: string;
  quotes: unknown[];
  ms: { gate: number | null; assistant: number | null; quotes: number | null };
  error: string | null;
}

export function emptyLine(id: string, error: string | null = null): PageLine {
  return {
    id,
    isArticle: false,
    why: '',
    title: null,
    byline: null,
    siteName: null,
    publishedAt: null,
    lang: null,
    text: null,
    html: null,
    hidden: [],
    visibleTextBefore: '',
    visibleText: '',
    quotes: [],
    ms: { gate: null, assistant: null, quotes: null },
    error,
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function waitForReport(
  console_: ExtensionConsole,
  tabId: number,
): Promise<PageReport | { error: string }> {
  try {
    let last = -1;
    return await waitFor(
      'the assistant to finish',
      async () => {
        const report = await console_.askTab(tabId, 'page/report', { html: true });
        if (report === null || report.state === 'reading') return null;
        const settled = report.hidden.length === last;
        last = report.hidden.length;
        if (!settled) await pause(SETTLED_MS);
        return settled ? report : null;
      },
      READING_LIMIT_MS,
    );
  } catch (error) {
    return { error: (error as Error).message };
  }
}

async function readArticle(
  console_: ExtensionConsole,
  page: Page,
  tabId: number,
  line: PageLine,
): Promise<void> {
  const report = await waitForReport(console_, tabId);
  if (!('state' in report)) {
    line.error = report.error;
    line.visibleText = await readVisibleText(page);
    line.visibleTextBefore = line.visibleText;
    return;
  }
  line.error = report.error ?? (report.article === null ? `the assistant says "${report.state}"` : null);
  line.ms = { ...report.ms, quotes: null };
  line.hidden = report.hidden
    .filter((item) => item.hidden)
    .map(({ text, kind, reason }) => ({ text, kind, reason }));
  if (report.article !== null) {
    const { quotes, ms } = await console_.findQuotes(toQuoteInput(report.article));
    const keys = new Set(chooseKeyQuotes(quotes));
    line.quotes = quotes.map((quote, index) => ({ ...quote, isKey: keys.has(index) }));
    line.ms.quotes = ms;
    const { title, byline, siteName, publishedAt, lang, text, html } = report.article;
    Object.assign(line, { title, byline, siteName, publishedAt, lang, text, html });
  }
  line.visibleText = await readVisibleText(page);
  await console_.askTab(tabId, 'page/setHidden', { id: 'all', hidden: false });
  line.visibleTextBefore = await readVisibleText(page);
}

async function explain(console_: ExtensionConsole, gate: GateReport): Promise<string> {
  const { reason, count } = gate.verdict;
  const words = await console_.message(`why_${reason}`, count === undefined ? [] : [String(count)]);
  return words === '' ? reason : words;
}

/**
 * Shows a saved page to the extension in a tab and writes down what it made of it.
 *
 * @returns the line; what failed stands in its `error`
 */
export async function meetPage(
  console_: ExtensionConsole,
  page: Page,
  tabId: number,
  saved: SavedPage,
): Promise<PageLine> {
  const line = emptyLine(saved.id);
  const stop = await serveSavedPage(page, saved);
  try {
    let late: string | null = null;
    try {
      await page.goto(saved.url, { waitUntil: 'load', timeout: LOAD_LIMIT_MS });
    } catch (error) {
      // A page may never finish loading and still be readable; only where nothing comes of it is this the error.
      late = (error as Error).message.split('\n')[0] ?? 'not loaded';
    }
    if (saved.scripts) await pause(SCRIPTS_SETTLE_MS);
    const gate = await waitFor(
      `the gate to answer${late === null ? '' : ` (${late})`}`,
      () => console_.askTab(tabId, 'gate/ask', null),
      GATE_LIMIT_MS,
    );
    line.isArticle = gate.verdict.isArticle;
    line.why = await explain(console_, gate);
    line.ms.gate = gate.ms;
    if (line.isArticle) {
      await readArticle(console_, page, tabId, line);
    } else {
      line.visibleText = await readVisibleText(page);
      line.visibleTextBefore = line.visibleText;
    }
  } finally {
    stop();
  }
  return line;
}
