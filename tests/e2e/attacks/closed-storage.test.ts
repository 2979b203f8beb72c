import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { BackgroundMessages } from '../../../utils/messaging/protocol.ts';
import { COURIER, HOSTILE } from '../../fixtures/sites.ts';
import { Session, type Tab } from '../harness/session.ts';
import { readVisibleText } from '../harness/visible-text.ts';
import { waitFor } from '../harness/wait-for.ts';

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
  // Another site than the page's: whichever has this number, it is one in a million.
  seenSites: { '424242': Math.floor(Date.now() / 86_400_000) },
  'seen:424242': { pages: [1], blocks: [7, 1], names: [] },
};

let session: Session;
let tab: Tab;

beforeAll(async () => {
  session = await Session.start();
  tab = await session.visit(`${HOSTILE}/inject`);
  await session.report(tab);
  // The page is remembered some seconds after: what is put into the storage below would be written over.
  await waitFor('the page to be remembered', async () =>
    Object.keys(await session.extension.call<object>('storage.local.get', null)).some((key) =>
      /^seen:\d+$/.test(key),
    ),
  );
});
afterAll(() => session.close());
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

it('a page is told of its own site alone, whatever it asks for', async () => {
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

it('a page writes for its own site alone', async () => {
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
  const fingerprint = { page: 1, blocks: [5], hidden: [], shown: [] };
  const [answer] = await sendFromPage('site/remember', { ...site, fingerprint, opened: Date.now() });
  expect(answer).toEqual({ value: null });
  const [refused] = await sendFromPage('site/remember', {
    ...site,
    fingerprint: { ...fingerprint, blocks: ['words'] },
    opened: 1,
  });
  expect(refused?.error).toContain('fingerprint');
  const stored = await session.extension.call<typeof SECRETS>('storage.local.get', null);
  expect(stored['seen:424242']).toEqual(SECRETS['seen:424242']);
  expect(stored.seenSites['424242']).toEqual(SECRETS.seenSites['424242']);
  expect(stored.settings.sites['secret.example']).toEqual({ clutterOff: true });
  expect(stored.settings.sites).toHaveProperty(['hostile.example', 'rules', 0, 'id'], 'forged-rule');
  expect(Object.keys(stored).filter((key) => /^seen:\d+$/.test(key))).toHaveLength(2);
});

it('a frame of a page is told nothing and has nothing done', async () => {
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

it('a page is told of a change that concerns its own site, and acts on it', async () => {
  const page = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  await session.waitUntilHidden(page, 'Get the harbour news first', 'Comments (2)');
  await session.extension.call('storage.local.set', {
    settings: { ...SECRETS.settings, sites: { 'harbourcourier.example': { clutterOff: true } } },
  });
  await waitFor('what was hidden', () =>
    readVisibleText(page.page).then((text) => text.includes('Get the harbour news first')),
  );
});
