import type { BrowserKind } from '../../../scripts/find-browser.ts';
import type { FixtureNetwork } from '../../fixtures/serve.ts';
import { startFixtureSites } from '../../fixtures/sites.ts';
import { type InstallOptions, installAgain, type Launched, launchWithExtension } from './launch-browser.ts';

/** A browser, and the network it sees for as long as it runs. */
export interface Lent {
  launched: Launched;
  network: FixtureNetwork;
}

/** The browser that nobody has at the moment; a worker runs one file at a time. It ends with the worker. */
let idle: Lent | null = null;

/** How long making one as new may take, in ms: it takes one or two seconds. */
const LIMIT = 30_000;

/** How long one may take to end before it is killed, in ms. */
const END_LIMIT = 10_000;

/** A browser with the extension as it is after its installation. */
export async function lendBrowser(kind: BrowserKind, options: InstallOptions): Promise<Lent> {
  const lent = idle;
  idle = null;
  if (lent !== null) {
    const renewed =
      lent.launched.kind === kind ? await orEnd(lent, (used) => renew(used, options)) : await end(lent);
    if (renewed !== null) return renewed;
  }
  const network = await startFixtureSites();
  return { network, launched: await launchWithExtension(kind, { ...options, proxyPort: network.port }) };
}

async function renew({ network, launched }: Lent, options: InstallOptions): Promise<Lent> {
  network.forget();
  return { network, launched: await installAgain(launched, options) };
}

/** Takes away what the borrower has left. */
export async function takeBack(lent: Lent): Promise<void> {
  idle = await orEnd(lent, async () => {
    const { launched, network } = lent;
    await launched.clear(network.hosts);
    network.setOffline(false);
    network.hold(() => false)();
    return lent;
  });
}

/** Also one that hangs or has crashed: that must not keep the next file from a browser of its own. */
async function end({ launched, network }: Lent): Promise<null> {
  try {
    await within(END_LIMIT, 'ended', launched.close());
  } catch (error) {
    console.warn('a browser is killed', error);
    launched.browser.process()?.kill('SIGKILL');
  }
  await network.close();
  return null;
}

/** A browser that can't be made as new is ended, and the next file starts one: that says nothing of the extension. */
async function orEnd(lent: Lent, work: (lent: Lent) => Promise<Lent>): Promise<Lent | null> {
  try {
    return await within(LIMIT, 'as new', work(lent));
  } catch (error) {
    console.warn('a browser is not lent again', error);
    return end(lent);
  }
}

/** @throws Error where the work takes longer than the limit, in ms; it may go on, and nobody hears of its end */
async function within<T>(limit: number, what: string, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not ${what} after ${limit} ms`)), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
