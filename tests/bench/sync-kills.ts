/**
 * Kills the browser, or stops its background, in the middle of syncing, and looks what is left: two devices take turns
 * at writing, and are cut off at random moments or while a file is on its way, the first upload and the first download
 * among them. In the end nothing that was confirmed may be lost on either, nothing deleted be back, and both libraries
 * have to be the same.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserKind } from '../../scripts/find-browser.ts';
import { stopBackground } from '../e2e/harness/browser-controls.ts';
import { waitFor } from '../e2e/harness/wait-for.ts';
import { startDavServer } from '../servers/dav-server.ts';
import { bundleForPage } from './bundle-for-page.ts';
import { type CountedServer, countRequests } from './count-requests.ts';
import { endsWithTheBrowser } from './ends-with-browser.ts';
import { killBrowser, pause } from './kill-browser.ts';
import { ask, type Device, openDevice, syncNow } from './sync-device.ts';
import { isToGo, type Told } from './sync-kill-told.ts';

/** How long a device goes on before the kill at a random moment, in ms: from nothing to this. */
const LONGEST = 3000;
/** Articles that a device has before it syncs for the first time. */
const FIRST = 12;
/** How long a file is waited for that is on its way, in ms. */
const WAIT_FOR_FILE = 30_000;
/** The kill comes so long after that, in ms: from nothing to this. */
const AFTER = 20;
/** Between two things that the user does, in ms: the background gets its turn. */
const BETWEEN = 100;
/** How long what comes out of the change log, and the last runs, may take, in ms. */
const PATIENCE = 180_000;

const PASSPHRASE = 'ebb and flood';

export interface SyncKillSum {
  browser: BrowserKind;
  kills: number;
  /** Of those, with the background stopped some moments before. */
  stops: number;
  /** Kills and stops while a request was under way, by its method. */
  during: Record<string, number>;
  /** Times the browser took its own database for broken and deleted it: it came out of the change log, and joined anew. */
  emptied: number;
  confirmed: { saves: number; changes: number; deletions: number };
  articles: number;
  problems: string[];
}

/** One of the two: its profile, what it was told, and how far it has got. */
interface Side {
  name: string;
  profile: { folder: string; build: string };
  told: Map<number, Told>;
  made: unknown;
  isSetUp: boolean;
}

const call = <T>({ page }: Device, expression: string): Promise<T> =>
  page.evaluate(`OffprintKills.${expression}`) as Promise<T>;

async function until(isSo: () => boolean | Promise<boolean>, patience: number): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await isSo()) && Date.now() < deadline) await pause(5);
}

/** Saves, changes and deletes until the browser ends; keeps what it was told. */
async function useOn(device: Device, told: Map<number, Told>, from: number): Promise<void> {
  for (let index = from; ; index += 1) {
    await pause(BETWEEN);
    await call(device, `saveOne(${index})`);
    const one: Told = { index, isChanged: false, isDeleted: 'no', hasPicture: true };
    told.set(index, one);
    if (index % 2 === 0) {
      await call(device, `change(${index})`);
      one.isChanged = true;
    }
    if (isToGo(index)) {
      one.isDeleted = 'begun';
      await call(device, `remove(${index})`);
      one.isDeleted = 'yes';
    }
  }
}

class Killing {
  readonly sum: SyncKillSum;
  readonly #kind: BrowserKind;
  readonly #script: string;
  readonly #server: CountedServer;
  readonly #place: { kind: string; [setting: string]: string };
  readonly sides: readonly Side[];

  constructor(
    kind: BrowserKind,
    script: string,
    server: CountedServer,
    { user, password }: { user: string; password: string },
    folder: string,
  ) {
    this.#kind = kind;
    this.#script = script;
    this.#server = server;
    this.#place = { kind: 'webDav', address: server.address, folder: 'Offprint', user, password };
    this.sides = ['a', 'b'].map((name) => ({
      name,
      profile: { folder: path.join(folder, name), build: path.join(folder, `${name}-build`) },
      told: new Map(),
      made: null,
      isSetUp: false,
    }));
    const confirmed = { saves: 0, changes: 0, deletions: 0 };
    this.sum = {
      ...{ browser: kind, kills: 0, stops: 0, during: {}, emptied: 0, confirmed, articles: 0, problems: [] },
    };
  }

  /** Starts a side's browser, and looks whether what it was told before is still so. */
  async open(side: Side): Promise<Device> {
    const device = await openDevice(this.#kind, this.#script, { profile: side.profile });
    const made = await call<unknown>(device, 'madeAt()');
    if (side.made !== null && made !== side.made) {
      this.sum.emptied += 1;
      side.isSetUp = false;
      for (const one of side.told.values()) one.hasPicture = false;
      if (side.told.size > 0) await until(() => call(device, 'isRestored()'), PATIENCE);
    }
    side.made = made;
    await this.#look(device, side.name, [...side.told.values()]);
    return device;
  }

  async #look(device: Device, name: string, told: readonly Told[]): Promise<void> {
    const wrong = await call<string[]>(device, `inspect(${JSON.stringify(told)})`);
    this.sum.problems.push(...wrong.map((one) => `on ${name} after kill ${this.sum.kills}: ${one}`));
  }

  /** Begins the library, or joins it, where that was not done or has been lost with the database. */
  async join(device: Device, side: Side): Promise<void> {
    if (!side.isSetUp) {
      const how = side.name === 'a' && this.sum.emptied === 0 ? 'begin' : 'join';
      const outcome = await ask(device, 'sync/setUp', {
        ...{ how, place: this.#place, placeLabel: 'bench', passphrase: PASSPHRASE },
        ...{ deviceName: side.name, pictures: 'all' },
      });
      if (!outcome.ok) throw new Error(`${side.name} can't ${how}: ${JSON.stringify(outcome.trouble)}`);
      side.isSetUp = true;
    }
    await ask(device, 'sync/now', null);
  }

  /** @param round decides in which way the end comes */
  async cutOff(device: Device, side: Side, round: number): Promise<void> {
    const way = (['random', 'file', 'stop'] as const)[round % 3];
    if (way === 'random') await pause(Math.random() * LONGEST);
    else {
      await until(() => this.#server.open().some((method) => method !== 'PROPFIND'), WAIT_FOR_FILE);
      await pause(Math.random() * AFTER);
    }
    this.#count();
    if (way === 'stop') {
      await stopBackground({ kind: this.#kind, launched: device.launched });
      this.sum.stops += 1;
      // The next message wakes it; one that meets it as it ends is lost with it.
      await waitFor('the background to wake', async () => {
        await ask(device, 'sync/now', null);
        return true;
      });
      await pause(Math.random() * LONGEST);
      this.#count();
    }
    await killBrowser(device.launched, side.profile.folder);
    this.sum.kills += 1;
  }

  #count(): void {
    const methods = new Set(this.#server.open());
    const first =
      ['PUT', 'MOVE', 'GET', 'DELETE', 'PROPFIND'].find((method) => methods.has(method)) ?? 'none';
    this.sum.during[first] = (this.sum.during[first] ?? 0) + 1;
  }

  /** Both run until they are in step, and have to be the same. */
  async compare(): Promise<void> {
    const devices: Device[] = [];
    try {
      for (const side of this.sides) {
        const device = await this.open(side);
        devices.push(device);
        await this.join(device, side);
      }
      for (let run = 0; run < 3; run += 1) for (const device of devices) await syncNow(device, PATIENCE);
      const told = this.sides.flatMap((side) => [...side.told.values()]);
      for (const [at, device] of devices.entries())
        await this.#look(device, this.sides[at]?.name ?? '', told);
      const [a = {}, b = {}] = await Promise.all(
        devices.map((device) => call<Record<string, string>>(device, 'see()')),
      );
      for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
        if (a[name] === b[name]) continue;
        const at = [...(a[name] ?? '')].findIndex((letter, i) => letter !== b[name]?.[i]);
        const about = (text?: string): string => text?.slice(Math.max(0, at - 80), at + 120) ?? 'nothing';
        this.sum.problems.push(`${name} is “${about(a[name])}” on a and “${about(b[name])}” on b`);
      }
      this.sum.articles = Object.keys(a).filter((name) => !name.startsWith('all ')).length;
      this.sum.confirmed.saves = told.length;
      this.sum.confirmed.changes = told.filter(({ isChanged }) => isChanged).length;
      this.sum.confirmed.deletions = told.filter(({ isDeleted }) => isDeleted === 'yes').length;
    } finally {
      for (const { launched } of devices) await launched.browser.close();
    }
  }
}

/**
 * @param kills how many
 * @param say is told how far it is
 */
export async function killSync(
  kind: BrowserKind,
  kills: number,
  say: (line: string) => void,
): Promise<SyncKillSum> {
  const folder = mkdtempSync(path.join(tmpdir(), 'offprint-sync-kills-'));
  const script = await bundleForPage(new URL('./sync-kill-in-page.ts', import.meta.url), 'OffprintKills');
  const dav = await startDavServer();
  const server = await countRequests(dav.address);
  const killing = new Killing(kind, script, server, dav, folder);
  const onProblem = (problem: string): void => {
    killing.sum.problems.push(`in round ${killing.sum.kills}: ${problem}`);
  };
  try {
    for (let round = 0; round < kills; round += 1) {
      const side = killing.sides[round % 2] as Side;
      const device = await killing.open(side);
      endsWithTheBrowser(useOn(device, side.told, round * 10_000), device.launched.browser, onProblem);
      // So that a first upload has something to be killed in.
      if (round < 2) await until(() => side.told.size >= FIRST, PATIENCE);
      await killing.join(device, side);
      if (round >= 2) endsWithTheBrowser(call(device, 'stir()'), device.launched.browser, onProblem);
      await killing.cutOff(device, side, round);
      say(`${kind} ${side.name} ${round}: ${JSON.stringify({ ...killing.sum, told: side.told.size })}`);
    }
    await killing.compare();
    const { confirmed, problems } = killing.sum;
    if (confirmed.saves < kills)
      problems.push(`only ${confirmed.saves} saves were confirmed: the kills fell into nothing`);
  } finally {
    await server.close();
    await dav.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 300 });
  }
  return killing.sum;
}

/**
 * The same from the command line, with its sum in a file.
 *
 * @returns how the command ends: 1 where there was a problem
 */
export async function benchSyncKills(kind: BrowserKind, kills: number, outFile: string): Promise<number> {
  const sum = await killSync(kind, kills, console.error);
  writeFileSync(outFile, `${JSON.stringify(sum, null, 1)}\n`);
  console.error(
    `${sum.kills} kills and ${sum.stops} stops, ${JSON.stringify(sum.during)}, ${JSON.stringify(sum.confirmed)} confirmed, ${sum.articles} articles, ${sum.problems.length} problems → ${outFile}`,
  );
  return sum.problems.length === 0 ? 0 : 1;
}
