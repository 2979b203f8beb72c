import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ATTACK_HOST, HOSTILE } from '../../fixtures/sites.ts';
import { Session, type Tab } from '../harness/session.ts';
import { readVisibleText } from '../harness/visible-text.ts';
import { waitFor } from '../harness/wait-for.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

/** Where payloads ran, as they reported it themselves. */
function attacksFrom(origin: RegExp): string[] {
  return session.network.seen
    .map(({ url }) => url)
    .filter((url) => url.includes(ATTACK_HOST) && origin.test(url));
}

/** Elements that could run something, in a screen or in a piece of HTML; nothing of it is run by looking. */
function dangerousElements(page: Page, html: string | null = null): Promise<string[]> {
  return page.evaluate((markup) => {
    const root = markup === null ? document : new DOMParser().parseFromString(markup, 'text/html');
    return [...root.querySelectorAll('body *')]
      .filter(
        (element) =>
          /^(iframe|object|embed|form)$/i.test(element.tagName) ||
          (element.tagName.toLowerCase() === 'script' && !element.getAttribute('src')?.startsWith('/')) ||
          [...element.attributes].some(
            ({ name, value }) => /^on/i.test(name) || /^\s*javascript:/i.test(value),
          ),
      )
      .map((element) => element.outerHTML.slice(0, 200));
  }, html);
}

describe('a page full of script injection', () => {
  let tab: Tab;

  beforeAll(async () => {
    tab = await session.visit(`${HOSTILE}/inject`);
  });

  it('is read as text: markup in a title, byline or quote stays what it is', async () => {
    const { article, quotes } = await session.report(tab);
    expect(article?.title).toContain('Mayor');
    expect(quotes.map((quote) => quote.resolvedSpeaker)).toContain('Bridget Osgood');
    expect(article?.canonicalUrl).toMatch(/^https:\/\/hostile\.example\//);
    expect(article?.leadImage?.url ?? '').not.toMatch(/^javascript:/i);
    expect(await dangerousElements(tab.page, article?.html ?? '')).toEqual([]);
  });

  it('runs nothing in the page that the page did not run itself', async () => {
    // Each payload that is live markup of the page's own runs once, and none a second time by our doing.
    const attacks = await tab.page.evaluate(
      () => (globalThis as unknown as { attacks: Record<string, number> }).attacks,
    );
    for (const [name, count] of Object.entries(attacks)) expect({ name, count }).toEqual({ name, count: 1 });
    for (const name of ['title', 'title-script', 'byline', 'quote', 'quote-script', 'alt', 'caption', 'ld']) {
      expect(Object.keys(attacks)).not.toContain(name);
    }
  });

  it('runs nothing in popup, side panel, library and reader', async () => {
    const popup = await session.popup(tab);
    await popup.click('button', /^Save$/);
    await popup.find('button', /^Saved$/);
    const panel = await session.screen(`sidepanel.html?tab=${tab.id}`);
    await panel.shows('Bridget Osgood');
    const library = await session.screen('library.html');
    await library.shows(/opens the bridge/);
    await library.click('link', /opens the bridge/).catch(() => library.click('button', /opens the bridge/));
    const reader = await session.openedPage(/reader\.html/);
    await reader.shows('everybody who came');
    for (const screen of [popup, panel, reader]) {
      expect(await dangerousElements(screen.page)).toEqual([]);
    }
    expect(attacksFrom(/from=(chrome|moz)-extension/)).toEqual([]);
    // The reader opens in the library's tab, or in one of its own.
    for (const page of new Set([popup, panel, library, reader].map((screen) => screen.page)))
      await page.close();
  });
});

it('leaves nothing that a page could notice: no global, no error, no message', async () => {
  const tab = await session.visit(`${HOSTILE}/watching`);
  await session.report(tab);
  await session.waitUntilHidden(tab, 'Letters from the archive');
  const noticed = await tab.page.evaluate(() => {
    const page = globalThis as unknown as {
      newNames: () => string[];
      noticed: { errors: string[]; messages: string[] };
    };
    return { names: page.newNames(), errors: page.noticed.errors, messages: page.noticed.messages };
  });
  const own = new Set(['noticed', 'newNames', 'chrome', '0', 'length']);
  expect(noticed.names.filter((name) => !own.has(name) && /offprint|browser|wxt|webext/i.test(name))).toEqual(
    [],
  );
  expect(noticed.errors).toEqual([]);
  expect(noticed.messages).toEqual([]);
});

it('lets the user point at things on a page that styles everything and listens to every key', async () => {
  const tab = await session.visit(`${HOSTILE}/watching`);
  await session.report(tab);
  await tab.page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent =
      '* { opacity: 0.5 !important; pointer-events: none !important; } div { display: none !important; }';
    document.head.append(style);
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    document.addEventListener('keydown', (event) => heard.push(event.key), true);
  });
  await session.extension.call('runtime.sendMessage', {
    offprint: 'background',
    type: 'page/pick',
    data: { tabId: tab.id },
  });
  await tab.page.bringToFront();
  const host = () =>
    tab.page.evaluate(() => {
      const element = document.body.nextElementSibling;
      if (!(element instanceof HTMLElement)) return null;
      const { display, opacity } = getComputedStyle(element);
      return { display, opacity, inside: element.shadowRoot, text: element.textContent };
    });
  await waitFor('the picker', host);
  expect(await host()).toEqual({ display: 'block', opacity: '1', inside: null, text: '' });
  for (const key of ['ArrowRight', 'ArrowUp', 'Tab', 'Escape'] as const) await tab.page.keyboard.press(key);
  await waitFor('the picker to close', async () => (await host()) === null);
  const noticed = await tab.page.evaluate(() => {
    const page = globalThis as unknown as {
      heard: string[];
      noticed: { errors: string[]; messages: string[] };
    };
    return { heard: page.heard, errors: page.noticed.errors, messages: page.noticed.messages };
  });
  expect(noticed).toEqual({ heard: [], errors: [], messages: [] });
});

describe('pages that break what scripts lean on are read all the same', () => {
  it.each([
    ['overwrite', 'Clock tower strikes thirteen', 'Agatha Munro', 'at thirteen o'],
    ['clobber', 'Orchard returned', 'Elspeth Ware', 'relative in the parish register'],
    ['broken', 'Mill wheel turns again', 'Prudence Lake', 'who led the crew'],
    ['shadow', 'Lost dog walks forty miles', 'Gwendolen Hart', 'A longer lead'],
    ['watching', 'Archive finds its own catalogue', 'Hector Baines', 'believe the radiator'],
  ])('%s', async (name, title, speaker, ending) => {
    const tab = await session.visit(`${HOSTILE}/${name}`);
    const { article, quotes, error } = await session.report(tab);
    expect(error).toBeNull();
    expect(article?.title).toContain(title);
    expect(quotes.map((quote) => quote.resolvedSpeaker)).toContain(speaker);
    expect(article?.text.toLowerCase()).toContain(ending.toLowerCase());
    await tab.page.close();
  });

  it('throws nothing into a page with broken builtins', async () => {
    const tab = await session.visit(`${HOSTILE}/overwrite`);
    await session.report(tab);
    const { errors, spoiled } = await tab.page.evaluate(() => {
      const page = globalThis as unknown as { pageErrors: number; spoiled: boolean };
      return { errors: page.pageErrors, spoiled: page.spoiled };
    });
    expect({ errors, spoiled }).toEqual({ errors: 0, spoiled: true });
    await tab.page.close();
  });

  it('hides sign-up boxes that live in shadow roots, and nothing of the article', async () => {
    const tab = await session.visit(`${HOSTILE}/shadow`);
    await session.report(tab);
    await waitFor('the boxes to be hidden', () =>
      tab.page.evaluate(() =>
        [...document.querySelectorAll('newsletter-signup, closed-signup')].every(
          (host) => !host.checkVisibility(),
        ),
      ),
    );
    expect(await readVisibleText(tab.page)).toContain('There was no explanation');
    await tab.page.close();
  });
});

describe('pages of unusual size', () => {
  it.each([
    ['huge', 'Census printed in one volume'],
    ['endless', 'Census printed in one sentence'],
  ])('%s: the popup still speaks', async (name, title) => {
    const tab = await session.visit(`${HOSTILE}/${name}`);
    const popup = await session.popup(tab);
    const text = await popup.shows(new RegExp(`${title}|Could not read this page|Not an article`));
    expect(text).not.toBe('');
    const report = await session.report(tab);
    if (report.article === null) expect(report.error).not.toBeNull();
    else expect(report.article.text).toContain('We have named the trolley');
    // The page itself answers as before.
    expect(await tab.page.evaluate(() => document.title)).toBe(title);
    await popup.page.close();
    await tab.page.close();
  });
});

it('says in words that a page could not be read', async () => {
  const tab = await session.visit(`${HOSTILE}/empty`);
  const popup = await session.popup(tab);
  await popup.click('button', /^Treat as article$/);
  await popup.shows('Could not read this page');
  await popup.shows('No article text was found on this page');
});
