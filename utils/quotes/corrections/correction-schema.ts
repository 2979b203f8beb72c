import * as v from 'valibot';
import { COUNT_LIMITS, LINE_LIMITS, TEXT_LIMIT } from '../../text/limits.ts';
import { count, lineOrNull } from '../../text/line-schemas.ts';
import type { PlacedCorrection } from './correct-quotes.ts';

const CorrectionSchema = v.object({
  text: v.pipe(v.string(), v.maxLength(TEXT_LIMIT)),
  start: count(TEXT_LIMIT),
  speaker: lineOrNull(LINE_LIMITS.speaker),
}) satisfies v.GenericSchema<unknown, PlacedCorrection>;

/** What the user corrected in a page, where it comes out of the tab's process, which it shares with the page. */
export const CorrectionsSchema = v.pipe(v.array(CorrectionSchema), v.maxLength(COUNT_LIMITS.corrections));
