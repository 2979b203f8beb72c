import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLOBBERING_KINDS } from '../../fixtures/hostile/clobbering.ts';
import { HOSTILE } from '../../fixtures/sites.ts';
import { pressCommand, waitForSign } from '../harness/browser-controls.ts';
import { Session, type Tab } from '../harness/session.ts';
import { waitForToast } from '../harness/toast.ts';
import { readVisibleText } from '../harness/visible-text.ts';
import { waitFor } from '../harness/wait-for.ts';

const HEADLINE = 'Ferry bell found in a garden wall';
const SIGN_UP = 'Sign up for our newsletter';
const PICKED = 'Also in The Ledger this week';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

describe.each(CLOBBERING_KINDS)('a page in which elements have the names our scripts look up: %s', (kind) => {
  let tab: Tab;

  beforeAll(async () => {
    tab = await session.visit(`${HOSTILE}/clobbering-${kind}`);
  });
  afterAll(() => tab.page.close());

  it('is noticed and read whole', async () => {
    expect((await session.verdict(tab)).verdict).toMatchObject({ isArticle: true });
    const { article, error } = await session.report(tab);
    expect(error).toBeNull();
    expect(article?.title).toBe(HEADLINE);
    expect(article?.text).toContain('served as a basin for birds');
    expect(article?.text).toContain('the thrushes a basin of zinc');
    expect(article?.text).not.toContain(SIGN_UP);
  });

  it('has its quotes shown, each with its speaker, and each can be gone to', async () => {
    const { quotes } = await session.report(tab);
    expect(quotes.map(({ resolvedSpeaker }) => resolvedSpeaker)).toEqual(
      expect.arrayContaining(['Isolde Farrow', 'Tobias Wren']),
    );
    const [{ start, end, text } = { start: 0, end: 0, text: '' }] = quotes;
    const answer = await session.extension.askTab(tab.id, 'page/jumpToPlace', { start, end, text });
    expect(answer).toEqual({ found: true });
    await session.extension.askTab(tab.id, 'page/jumpBack', null);
  });

  it('is cleared, and what was hidden comes back', async () => {
    await session.waitUntilHidden(tab, SIGN_UP);
    const { hidden } = await session.report(tab);
    expect(hidden.map(({ kind: which }) => which)).toContain('newsletter-form');
    await session.extension.askTab(tab.id, 'page/outlineHidden', { id: hidden[0]?.id ?? -1 });
    await session.extension.askTab(tab.id, 'page/setHidden', { id: 'all', hidden: false });
    expect(await readVisibleText(tab.page)).toContain(SIGN_UP);
    await session.extension.askTab(tab.id, 'page/setHidden', { id: 'all', hidden: true });
    await session.waitUntilHidden(tab, SIGN_UP);
  });

  it('lets the user point at something and hide it', async () => {
    await session.extension.call('runtime.sendMessage', {
      offprint: 'background',
      type: 'page/pick',
      data: { tabId: tab.id },
    });
    await tab.page.bringToFront();
    const isOpen = () =>
      tab.page.evaluate(
        () =>
          Document.prototype.querySelector.call(document, 'body')?.nextElementSibling?.matches('div') ??
          false,
      );
    await waitFor('the picker', isOpen);
    const place = await tab.page.evaluate(() => {
      const picked = Document.prototype.querySelector.call(document, '.picked');
      picked?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, height } = picked?.getBoundingClientRect() ?? new DOMRect();
      return { x: x + 20, y: y + height / 2 };
    });
    await tab.page.mouse.move(place.x - 8, place.y);
    await tab.page.mouse.move(place.x, place.y, { steps: 3 });
    await tab.page.mouse.click(place.x, place.y);
    await waitFor('it to go', async () => !(await readVisibleText(tab.page)).includes(PICKED));
    await tab.page.keyboard.press('Escape');
    await waitFor('the picker to close', async () => !(await isOpen()));
  });

  it('is saved by the key, and told so', async () => {
    await tab.page.bringToFront();
    await pressCommand(session, tab, 'save-page');
    await waitForSign(session, tab, '✓', /^Saved/);
    await waitForToast(session, tab, HEADLINE);
  });
});
