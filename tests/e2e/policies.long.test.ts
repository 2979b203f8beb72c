import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import { canManage } from './harness/launch-browser.ts';
import { Session } from './harness/session.ts';
import { waitFor } from './harness/wait-for.ts';

/** Only Firefox on Linux takes policies from the user's folder; Chromium's stand in a folder of the machine's. */
const POLICY = {
  reading: 'chosen',
  chosenSites: ['harbourcourier.example'],
  offFeatures: ['summaries', 'sync'],
  sites: {
    'harbourcourier.example': { clutterOff: true },
    'https://lantern.example/': { off: true, mistake: 'of the administrator' },
  },
};

let session: Session;

beforeAll(async () => {
  session = await Session.start({ managed: POLICY });
});
afterAll(() => session.close());

const isManaged = (): boolean => canManage(session.kind);

it('locks in the options what an organisation decides, and says so', async () => {
  const options = await session.screen('options.html#reading');
  await options.shows(isManaged() ? 'Set by your organisation' : 'Which sites may Offprint read?');
  const look = async () => ({
    ...(await options.page.evaluate(() => ({
      isChosen: document.querySelector<HTMLInputElement>('input[value="chosen"]')?.checked,
      isLocked: document.querySelector<HTMLInputElement>('input[value="all"]')?.matches(':disabled'),
      summaries: document.querySelector<HTMLInputElement>('#summaries [role="switch"]')?.disabled,
      singleKeys: document.querySelector<HTMLInputElement>('#shortcuts [role="switch"]')?.disabled,
    }))),
    words: (await options.text()).match(/Set by your organisation/g)?.length ?? 0,
  });
  const isLocked = isManaged();
  const expected = {
    isChosen: isLocked,
    isLocked,
    summaries: isLocked,
    singleKeys: false,
    // How much is read, which sites, summaries, one site; that which the policy names wrongly is the user's own matter.
    words: isLocked ? 4 : 0,
  };
  // What may be read is asked of the browser, and shown a moment after the rest.
  await waitFor('what is decided to be shown', async () => isDeepStrictEqual(await look(), expected)).catch(
    () => undefined,
  );
  expect(await look()).toEqual(expected);
  await options.page.close();
});

it('says in the popup that an organisation has clutter shown, and offers no change', async () => {
  const tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  const popup = await session.popup(tab);
  if (isManaged()) {
    await popup.shows('Set by your organisation');
    expect(await popup.has('button', /^Turn off on this site/)).toBe(false);
  } else {
    await popup.find('button', /^Turn off on this site/);
    expect(await popup.text()).not.toContain('Set by your organisation');
  }
  expect(await popup.has('button', /^Turn on/)).toBe(false);
  await popup.page.close();
  await tab.page.close();
});
