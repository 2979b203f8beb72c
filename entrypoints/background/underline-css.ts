import { VOICE_HUES } from '../../utils/look/voice-hues.ts';
import { highlightName } from '../../utils/quotes/anchoring/live-anchors.ts';

/** How much of a speaker's colour tints the words where no line can be drawn. */
const TINT = '22%';

/**
 * The style of underlined quotes, in each speaker's colour, for text on a light ground and on a dark one.
 *
 * @param hasLines the browser draws lines under custom highlights
 */
export function writeUnderlineCss(hasLines: boolean): string {
  const rules = VOICE_HUES.flatMap((sides, hue) =>
    sides.map((colour, side) => {
      const style = hasLines
        ? `text-decoration:underline 2px ${colour};text-underline-offset:3px;text-decoration-skip-ink:none`
        : `background-color:color-mix(in srgb,${colour} ${TINT},transparent)`;
      return `::highlight(${highlightName(hue, side === 1)}){${style}}`;
    }),
  );
  return rules.join('\n');
}
