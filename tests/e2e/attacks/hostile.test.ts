import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BackgroundMessages } from '../../../utils/messaging/protocol.ts';
import { ATTACK_HOST, COURIER, HOSTILE } from '../../fixtures/sites.ts';
import { itLong } from '../../long.ts';
import { Session, type Tab } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

describe('hostile pages', () => {
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
      for (const [name, count] of Object.entries(attacks))
        expect({ name, count }).toEqual({ name, count: 1 });
      for (const name of [
        'title',
        'title-script',
        'byline',
        'quote',
        'quote-script',
        'alt',
        'caption',
        'ld',
      ]) {
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
      await library
        .click('link', /opens the bridge/)
        .catch(() => library.click('button', /opens the bridge/));
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

  itLong('leaves nothing that a page could notice: no global, no error, no message', async () => {
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
    expect(
      noticed.names.filter((name) => !own.has(name) && /offprint|browser|wxt|webext/i.test(name)),
    ).toEqual([]);
    expect(noticed.errors).toEqual([]);
    expect(noticed.messages).toEqual([]);
  });

  itLong(
    'lets the user point at things on a page that styles everything and listens to every key',
    async () => {
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
      for (const key of ['ArrowRight', 'ArrowUp', 'Tab', 'Escape'] as const)
        await tab.page.keyboard.press(key);
      await waitFor('the picker to close', async () => (await host()) === null);
      const noticed = await tab.page.evaluate(() => {
        const page = globalThis as unknown as {
          heard: string[];
          noticed: { errors: string[]; messages: string[] };
        };
        return { heard: page.heard, errors: page.noticed.errors, messages: page.noticed.messages };
      });
      expect(noticed).toEqual({ heard: [], errors: [], messages: [] });
    },
  );

  itLong('reads pages that break what scripts rely on', async () => {
    const tab = await session.visit(`${HOSTILE}/empty`);
    for (const [name, title, speaker, ending] of [
      ['overwrite', 'Clock tower strikes thirteen', 'Agatha Munro', 'at thirteen o'],
      ['clobber', 'Orchard returned', 'Elspeth Ware', 'relative in the parish register'],
      ['broken', 'Mill wheel turns again', 'Prudence Lake', 'who led the crew'],
      ['shadow', 'Lost dog walks forty miles', 'Gwendolen Hart', 'A longer lead'],
      ['watching', 'Archive finds its own catalogue', 'Hector Baines', 'believe the radiator'],
    ] as const) {
      await tab.page.goto(`${HOSTILE}/${name}`);
      const { article, quotes, error } = await session.report(tab);
      expect(error).toBeNull();
      expect(article?.title).toContain(title);
      expect(quotes.map((quote) => quote.resolvedSpeaker)).toContain(speaker);
      expect(article?.text.toLowerCase()).toContain(ending.toLowerCase());
      if (name !== 'overwrite') continue;
      const { errors, spoiled } = await tab.page.evaluate(() => {
        const page = globalThis as unknown as { pageErrors: number; spoiled: boolean };
        return { errors: page.pageErrors, spoiled: page.spoiled };
      });
      expect({ errors, spoiled }).toEqual({ errors: 0, spoiled: true });
    }
  });
});

describe('what is stored', () => {
  /** What no page may learn. */
  const SECRETS = {
    settings: {
      version: 3,
      theme: 'dark',
      reading: 'all',
      chosen: ['secret.example'],
      sites: {
        'secret.example': { clutterOff: true },
        'harbourcourier.example': { kinds: { comments: true } },
      },
      pages: [{ url: 'https://secret.example/story', treatAs: 'article' }],
    },
  };

  let tab: Tab;

  beforeAll(async () => {
    tab = await session.visit(`${HOSTILE}/inject`);
    await session.report(tab);
  });
  beforeEach(() => session.extension.call('storage.local.set', SECRETS));

  /** Sends a message to the background as whoever speaks for our script in a page; the page's own frame is the first. */
  async function sendFromPage(
    type: keyof BackgroundMessages,
    data: unknown,
  ): Promise<{ value?: unknown; error?: string }[]> {
    const answers = await session.extension.callInTab(tab.id, 'runtime.sendMessage', {
      offprint: 'background',
      type,
      data,
    });
    return answers.map(({ value, error }) => {
      const reply = value as { ok: boolean; value: unknown; error: string } | undefined;
      return reply?.ok ? { value: reply.value } : { error: reply?.error ?? error ?? 'no answer' };
    });
  }

  it('is not to be read or written by scripts in a page', async () => {
    const areas = session.kind === 'chromium' ? ['local', 'session', 'sync'] : ['session'];
    for (const area of areas) {
      for (const [call, argument] of [
        ['get', null],
        ['set', { settings: {} }],
        ['remove', 'settings'],
        ['clear', undefined],
        ['setAccessLevel', { accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' }],
      ] as const) {
        const given = argument === undefined ? [] : [argument];
        const [answer] = await session.extension.callInTab(tab.id, `storage.${area}.${call}`, ...given);
        expect({ area, call, error: answer?.error ?? 'allowed' }).toMatchObject({
          error: expect.stringMatching(/not allowed|undefined|not a function/),
        });
      }
    }
    expect(await session.extension.call('storage.local.get', null)).toMatchObject(SECRETS);
  });

  itLong('a page is told of its own site alone, whatever it asks for', async () => {
    const [answer] = await sendFromPage('site/ask', null);
    expect(answer?.value).toMatchObject({ settings: { theme: 'dark', sites: {}, pages: [] } });
    const others = await Promise.all(
      [
        { url: 'https://secret.example/story', host: 'secret.example' },
        { tabId: 1, site: 'secret.example' },
        ['secret.example'],
        'secret.example',
      ].map((data) => sendFromPage('site/ask', data)),
    );
    expect(JSON.stringify(answer)).not.toMatch(/secret|harbourcourier/);
    // A refusal says again what was asked, and nothing else.
    expect(others.flat().flatMap(({ value }) => value ?? [])).toEqual([]);
  });

  itLong('a page writes for its own site alone', async () => {
    const site = { url: 'https://secret.example/', host: 'secret.example', site: 'secret.example' };
    const rule = {
      id: 'forged-rule',
      action: 'hide',
      tag: 'div',
      names: ['.story'],
      within: [],
      words: [],
      text: 'any',
      hash: 0,
      label: 'Forged',
      made: 1,
    };
    await sendFromPage('rules/add', { ...site, rule });
    const stored = await session.extension.call<typeof SECRETS>('storage.local.get', null);
    expect(stored.settings.sites['secret.example']).toEqual({ clutterOff: true });
    expect(stored.settings.sites).toHaveProperty(['hostile.example', 'rules', 0, 'id'], 'forged-rule');
  });

  itLong('a frame of a page is told nothing and has nothing done', async () => {
    // Firefox never answers for a script that was put into a frame on its way to another document.
    await tab.page.evaluate(
      (url) =>
        new Promise((resolve) => {
          const frame = document.createElement('iframe');
          frame.src = url;
          frame.onload = resolve;
          document.body.append(frame);
        }).then(() => undefined),
      `${COURIER}/harbour/tide-gauge`,
    );
    const answers = await waitFor('the frame', async () => {
      const all = await sendFromPage('site/ask', null);
      return all.length > 1 && all;
    });
    expect(answers[0]?.error).toBeUndefined();
    for (const { error } of answers.slice(1)) expect(error).toContain('not for frames');
    for (const { error } of (await sendFromPage('rules/drop', { id: 'none' })).slice(1)) {
      expect(error).toContain('not for frames');
    }
  });
});
