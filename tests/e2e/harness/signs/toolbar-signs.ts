import type { Session } from '../session.ts';

/** What the toolbar button says over one tab: on its badge, and in the words that show when it is pointed at. */
export interface Sign {
  badge: string;
  title: string;
}

/**
 * Runs in the console's page: keeps what the toolbar button says over tabs for a while from now on.
 *
 * @param tabs ids of tabs to heed, too; none: those in front of their windows
 * @param forgotten how many of the kept signs of the first tab to forget, the oldest first
 * @returns what is said over the first tab now, and what is kept of it
 */
async function heed(tabs: number[], forgotten: number): Promise<{ now: Sign; kept: Sign[] }> {
  const LOOK_MS = 250;
  type Heeded = { now: Sign; kept: Sign[] };
  const world = globalThis as unknown as {
    signs?: { heeded: Map<number, Heeded>; look(): Promise<void> };
    chrome: {
      action: Record<'getBadgeText' | 'getTitle', (of: { tabId?: number }) => Promise<string>>;
      tabs: { query(which: unknown): Promise<{ id: number }[]> };
    };
  };
  const { action, tabs: open } = world.chrome;
  if (world.signs === undefined) {
    const heeded = new Map<number, Heeded>();
    const lookAt = async (tabId: number, one: Heeded, usual: string): Promise<void> => {
      const [badge, title] = await Promise.all([action.getBadgeText({ tabId }), action.getTitle({ tabId })]);
      if (badge === one.now.badge && title === one.now.title) return;
      one.now = { badge, title };
      // With its usual words it speaks of the page, and that is so for as long as it says so.
      // A copy: of one object at two places of an answer, Firefox tells once.
      if (title !== usual) one.kept.push({ badge, title });
    };
    const lookAtAll = async (): Promise<void> => {
      const usual = await action.getTitle({});
      // One that can't be asked has been closed.
      const looks = [...heeded].map(([tabId, one]) =>
        lookAt(tabId, one, usual).catch(() => heeded.delete(tabId)),
      );
      await Promise.all(looks);
    };
    // One after the other: of two at once, the earlier might answer later.
    let last = Promise.resolve();
    const look = (): Promise<void> => {
      last = last.then(lookAtAll, lookAtAll);
      return last;
    };
    world.signs = { heeded, look };
    const lookOn = (): unknown => setTimeout(() => look().finally(lookOn), LOOK_MS);
    lookOn();
  }
  const { heeded, look } = world.signs;
  const ids = tabs.length > 0 ? tabs : (await open.query({ active: true })).map(({ id }) => id);
  const nothing = (): Heeded => ({ now: { badge: '', title: '' }, kept: [] });
  const isNew = ids.filter((id) => !heeded.has(id));
  for (const id of isNew) heeded.set(id, nothing());
  await look();
  // What is said already is nobody's answer.
  for (const id of isNew) heeded.get(id)?.kept.splice(0);
  const first = heeded.get(ids[0] ?? -1) ?? nothing();
  first.kept.splice(0, forgotten);
  return first;
}

/**
 * Keeps what the toolbar button says from now on over the tabs in front. For whatever does what a sign answers to: one
 * lasts some seconds only, and this process may stand still for longer.
 */
export async function heedSigns(session: Pick<Session, 'extension'>): Promise<void> {
  await session.extension.run(heed, [], 0);
}

/**
 * @returns whether such a sign is to be seen over a tab, or has been since it is heeded; that one and those before it are
 *   forgotten then. And what is said now.
 */
export async function findSign(
  session: Pick<Session, 'extension'>,
  tabId: number,
  suits: (sign: Sign) => boolean,
): Promise<{ isFound: boolean; now: Sign; kept: Sign[] }> {
  const { now, kept } = await session.extension.run(heed, [tabId], 0);
  const at = kept.findIndex(suits);
  if (at >= 0) await session.extension.run(heed, [tabId], at + 1);
  return { isFound: at >= 0 || suits(now), now, kept };
}
