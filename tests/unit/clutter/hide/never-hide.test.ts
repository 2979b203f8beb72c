// @vitest-environment jsdom

import { expect, it } from 'vitest';
import { PageClearing } from '../../../../entrypoints/assistant/page-clearing.ts';
import { allPhrases } from '../../../../utils/article/site-phrases.ts';
import { readSettings } from '../../../../utils/settings/read-settings.ts';
import { getSiteView } from '../../../../utils/settings/site-settings.ts';
import { articlePage } from '../article-page.ts';

const ADDRESS = 'https://gazette.example/tides';

const form = (name: string): string =>
  `<section class="newsletter-form" id="${name}"><h3>${name}</h3><form action="https://gazette.us1.list-manage.com/subscribe/post?u=1" method="post">
  <input type="email" name="EMAIL"><input type="submit" value="Subscribe"></form></section>`;

it('takes back each “Never hide”, the last first', async () => {
  // A private window's rules are not stored, and nobody is asked.
  Object.assign(globalThis, {
    chrome: { extension: { inIncognitoContext: true }, i18n: { getMessage: () => '' } },
  });
  document.body.innerHTML = articlePage({ inside: form('tides'), after: form('ferries') });
  const controller = new AbortController();
  const kept = () => [...document.querySelectorAll('.story-text > p, h1')];
  const clearing = new PageClearing(ADDRESS, kept, allPhrases, () => undefined, controller.signal);
  const settings = getSiteView(readSettings(undefined), ADDRESS);
  clearing.rules.update(settings);
  await clearing.start(settings, null);
  const hidden = (): string[] =>
    clearing.items
      .filter((item) => item.hidden)
      .map(({ id }) => clearing.current?.elementOf(id)?.closest('section')?.id ?? '')
      .sort();
  expect(hidden()).toEqual(['ferries', 'tides']);
  for (const { id } of clearing.items) await clearing.neverHide(id);
  expect(hidden()).toEqual([]);
  // Of what is gone nothing was done, and its undo takes back nothing of the others.
  await clearing.neverHide(-1);
  const after: number[] = [];
  for (let step = 0; step < 3; step++) {
    expect(await clearing.undoNeverHide()).toBe(true);
    after.push(hidden().length);
  }
  expect(after).toEqual([0, 1, 2]);
  expect(await clearing.undoNeverHide()).toBe(false);
  controller.abort();
});
