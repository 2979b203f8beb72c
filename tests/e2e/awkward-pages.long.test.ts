import { afterAll, beforeAll, expect, it } from 'vitest';
import { AWKWARD_PARTS } from '../fixtures/hostile/generate.ts';
import { HOSTILE } from '../fixtures/sites.ts';
import { Session } from './harness/session.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

it.each(AWKWARD_PARTS)('reads an article with endless %s, and who speaks in it', async (part) => {
  const tab = await session.visit(`${HOSTILE}/awkward/${part}`);
  const { article, quotes, error } = await session.report(tab);
  expect(error).toBeNull();
  expect(article?.title).toBe('Census printed with all its faults');
  expect(article?.text).toContain('every animal that could be persuaded to stand still');
  expect(quotes.map(({ resolvedSpeaker }) => resolvedSpeaker)).toContain('Winifred Stokes');
  await tab.page.close();
});
