import type { BrowserKind } from '../../../scripts/find-browser.ts';
import type { FixtureNetwork } from '../../fixtures/serve.ts';
import { startFixtureSites } from '../../fixtures/sites.ts';
import { closeWelcome, type Launched, launchWithExtension } from './launch-browser.ts';

/** A browser, and the network it sees for as long as it runs. */
export interface Lent {
  launched: Launched;
  network: FixtureNetwork;
}

/** The browser that nobody has at the moment; a worker runs one file at a time. It ends with the worker. */
let idle: Lent | null = null;

/** A browser with the extension as it is after its installation. */
export async function lendBrowser(kind: BrowserKind): Promise<Lent> {
  if (idle === null) {
    const network = await startFixtureSites();
    return { network, launched: await launchWithExtension(kind, { proxyPort: network.port }) };
  }
  const { network, launched } = idle;
  idle = null;
  network.forget();
  return orEnd({ network, launched }, async () => {
    const again = await launched.again();
    await closeWelcome(again);
    return { network, launched: again };
  });
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

/** A browser with which something goes wrong is lent to nobody again. */
async function orEnd({ launched, network }: Lent, work: () => Promise<Lent>): Promise<Lent> {
  try {
    return await work();
  } catch (error) {
    await launched.close();
    await network.close();
    throw error;
  }
}
