import { bodyOf } from '../../page/dom-access.ts';
import type { Steps } from '../../page/in-slices.ts';
import type { ClutterFinding } from '../types.ts';
import { describeFinding } from './describe-finding.ts';
import type { PageModel } from './page-counts.ts';
import { guardInSteps } from './page-guard.ts';
import { modelInSteps, weighBlock } from './page-model.ts';
import { TAG } from './tags.ts';

/** Limit of frames read per pass: advertisements are in frames of the page's origin, too. */
const MAX_FRAMES = 8;

/** Frames that can be read: written by a script of the page, or of its origin. */
export function listFrames({ survey }: PageModel): number[] {
  const frames: number[] = [];
  for (let at = 0; at < survey.tags.length && frames.length < MAX_FRAMES; at++)
    if (((survey.tags[at] ?? 0) & TAG.frame) !== 0 && bodyIn(survey.elements[at]) !== null) frames.push(at);
  return frames;
}

/** The body of a frame's document; null if it is of another origin. */
function bodyIn(frame: Element | undefined): HTMLElement | null {
  const inner = (frame as HTMLIFrameElement | undefined)?.contentDocument ?? null;
  return inner === null ? null : bodyOf(inner);
}

/**
 * Finds the frames that contain nothing but begging, each of which is one block.
 *
 * @param isAllBegging whether the whole document of a frame begs
 */
export function* findFramesInSteps(
  page: PageModel,
  frames: readonly number[],
  isAllBegging: (inner: PageModel) => boolean,
): Steps<ClutterFinding[]> {
  const found: ClutterFinding[] = [];
  for (const at of frames) {
    const element = page.survey.elements[at];
    const body = bodyIn(element);
    if (element === undefined || body === null) continue;
    const inner = yield* modelInSteps(body);
    if (!isAllBegging(inner)) continue;
    const guard = yield* guardInSteps(inner, []);
    if (guard.walls().length > 0) continue;
    found.push({ ...describeFinding(inner, 0, weighBlock(inner, 0).score), element });
  }
  return found;
}
