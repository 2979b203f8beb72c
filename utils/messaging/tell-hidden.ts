import { tellBackground } from './tab-side.ts';

/** How often each of our scripts tells of one page: where boxes come and go all the time, none of them is why the page was left. */
const MOST_TOLD = 10;

let told = 0;

/** Tells the background, from a tab, that something was hidden this moment: the page may load itself again for that. */
export function tellHidden(): void {
  if (told >= MOST_TOLD) return;
  told += 1;
  const { timeOrigin } = performance;
  tellBackground('page/hidden', { opened: timeOrigin, at: timeOrigin + performance.now() });
}
