import type { DigestTask } from '../../utils/library/digest-page.ts';

/** Only Firefox's background has a DOM; Chromium's worker leaves the engines to the offscreen document. */
export const digestHere = import.meta.env.FIREFOX
  ? async (task: DigestTask) => (await import('../../utils/library/digest-page.ts')).digest(task)
  : null;
