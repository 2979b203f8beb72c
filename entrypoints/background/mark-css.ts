import { PALETTE } from '../../utils/look/palette.ts';
import { SPEAKER_COLOURS } from '../../utils/look/speaker-colours.ts';
import { highlightName } from '../../utils/quotes/anchoring/live-anchors.ts';

/** The place a click on a quote led to, in both themes: underlined and tinted in the accent, unlike any highlight. */
const [MARK_CSS_LIGHT, MARK_CSS_DARK] = PALETTE.accent.map(
  (accent) =>
    `::highlight(offprint-quote){background-color:color-mix(in srgb,${accent} 16%,transparent);` +
    `text-decoration:underline 3px ${accent};text-underline-offset:3px}`,
);

/** The style of marks in a page. Forced colours allow only system colours. */
export const MARK_CSS =
  `${MARK_CSS_LIGHT}\n@media (prefers-color-scheme:dark){${MARK_CSS_DARK}}\n` +
  '@media (forced-colors:active){::highlight(offprint-quote){background-color:Mark;color:MarkText}}';

/** Share of a speaker's colour in the tint of a quote, where no line can be drawn. */
const TINT = '22%';

/**
 * The style of underlined quotes in each speaker's colour, for text on light and dark backgrounds.
 *
 * @param hasLines whether the browser draws lines under custom highlights
 */
export function writeUnderlineCss(hasLines: boolean): string {
  const rules = SPEAKER_COLOURS.flatMap((sides, hue) =>
    sides.map((colour, side) => {
      const style = hasLines
        ? `text-decoration:underline 2px ${colour};text-underline-offset:3px;text-decoration-skip-ink:none`
        : `background-color:color-mix(in srgb,${colour} ${TINT},transparent)`;
      return `::highlight(${highlightName(hue, side === 1)}){${style}}`;
    }),
  );
  return rules.join('\n');
}
