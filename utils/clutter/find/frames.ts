import { bodyOf } from '../../page/dom-access.ts';
import type { Steps } from '../../page/in-slices.ts';
import type { ClutterFinding } from '../types.ts';
import { describeFinding } from './describe-finding.ts';
import type { PageModel } from './page-counts.ts';
import { guardInSteps } from './page-guard.ts';
import { pageModelInSteps, scoreBlock } from './page-model.ts';
import { TAG } from './tags.ts';

/** Maximum number of frames read per pass, since pages may also have many advertisements in same-origin frames. */
const MAX_FRAMES = 8;

/** Lists the frames with accessible documents, which have the page's origin or were written by one of its scripts. */
export function listReadableFrames({ survey }: PageModel): number[] {
  const frames: number[] = [];
  for (let at = 0; at < survey.tags.length && frames.length < MAX_FRAMES; at++)
    if (((survey.tags[at] ?? 0) & TAG.frame) !== 0 && frameBodyOf(survey.elements[at]) !== null)
      frames.push(at);
  return frames;
}

/** The body of a frame's document; null if it has another origin. */
function frameBodyOf(frame: Element | undefined): HTMLElement | null {
  const inner = (frame as HTMLIFrameElement | undefined)?.contentDocument ?? null;
  return inner === null ? null : bodyOf(inner);
}

/**
 * Finds the frames that contain nothing but promotion, and no wall.
 *
 * @param isAllPromo whether the whole document of a frame is promotional
 */
export function* findPromoFramesInSteps(
  page: PageModel,
  frames: readonly number[],
  isAllPromo: (inner: PageModel) => boolean,
): Steps<ClutterFinding[]> {
  const found: ClutterFinding[] = [];
  for (const at of frames) {
    const element = page.survey.elements[at];
    const body = frameBodyOf(element);
    if (element === undefined || body === null) continue;
    const inner = yield* pageModelInSteps(body, page.phrases);
    if (!isAllPromo(inner)) continue;
    const guard = yield* guardInSteps(inner, []);
    if (guard.walls().length > 0) continue;
    found.push({ ...describeFinding(inner, 0, scoreBlock(inner, 0).score), element });
  }
  return found;
}
