import puppeteer, { type Browser } from 'puppeteer-core';
import { type BrowserKind, requireBrowsers } from '../../../scripts/find-browser.ts';
import { newFirefoxProfile, removeProfile } from './firefox-profile.ts';
import { countStart, START_LIMIT } from './launch-browser.ts';

/** Starts a browser without the extension, for parts that know nothing of it. */
export async function launchBare(kind: BrowserKind): Promise<Browser> {
  const executablePath = requireBrowsers([kind])[kind];
  countStart(kind);
  const common = { executablePath, timeout: START_LIMIT };
  if (kind === 'chromium')
    return puppeteer.launch({ ...common, browser: 'chrome', args: ['--no-sandbox', '--disable-gpu'] });
  const userDataDir = newFirefoxProfile();
  const browser = await puppeteer.launch({ ...common, browser: 'firefox', userDataDir });
  browser.process()?.once('exit', () => removeProfile(userDataDir));
  return browser;
}
