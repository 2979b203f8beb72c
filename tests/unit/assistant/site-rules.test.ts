import { beforeEach, expect, it, vi } from 'vitest';
import type { UserRule } from '../../../utils/clutter/rules/user-rules.ts';
import { getSiteView } from '../../../utils/settings/site-settings.ts';
import { makeRule } from '../settings/make-rule.ts';

const URL = 'https://courier.example/harbour/tide-gauge';
const RULE: UserRule = makeRule({ names: ['.related-card'], words: ['crab', 'pots'] });

const background = vi.hoisted(() => ({ answer: async (_type: string): Promise<null> => null }));
vi.mock('../../../utils/messaging/tab-side.ts', () => ({
  askBackground: (type: string) => background.answer(type),
}));
vi.mock('../../../utils/platform/bare-browser.ts', () => ({ isPrivateWindow: () => false }));

const { SiteRules } = await import('../../../entrypoints/assistant/site-rules.ts');
const { readSettings } = await import('../../../utils/settings/read-settings.ts');

/** What the background says of the site while it has stored these rules. */
const stored = (...rules: UserRule[]) =>
  getSiteView(readSettings({ sites: { 'courier.example': { rules } } }), URL);

beforeEach(() => {
  background.answer = async () => null;
});

it('does not bring back for a moment what was taken back, when an older answer comes late', async () => {
  const seen: boolean[] = [];
  const rules = new SiteRules(URL, () => void seen.push(rules.find(RULE.id) !== undefined));
  rules.update(stored());
  await rules.add(RULE);
  const { promise, resolve } = Promise.withResolvers<null>();
  background.answer = () => promise;
  const dropping = rules.remove(RULE.id);
  // Asked for before it was stored, and while it was.
  rules.update(stored());
  rules.update(stored(RULE));
  resolve(null);
  await dropping;
  rules.update(stored(RULE));
  rules.update(stored());
  expect(seen).toEqual([true, false]);
});

it('takes it from the store again where another window has put it back', async () => {
  const rules = new SiteRules(URL, () => undefined);
  rules.update(stored(RULE));
  await rules.remove(RULE.id);
  rules.update(stored());
  rules.update(stored(RULE));
  expect(rules.find(RULE.id)).toEqual(RULE);
});

it('holds again what is added once more on the same page', async () => {
  const rules = new SiteRules(URL, () => undefined);
  rules.update(stored(RULE));
  await rules.remove(RULE.id);
  await rules.add(RULE);
  rules.update(stored(RULE));
  expect(rules.find(RULE.id)).toEqual(RULE);
  // As it is stored, not as something of this page's own: another window takes it away.
  rules.update(stored());
  expect(rules.find(RULE.id)).toBeUndefined();
});
