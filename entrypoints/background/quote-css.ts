import { PALETTE } from '../../utils/look/palette.ts';
import { SPEAKER_COLOURS } from '../../utils/look/speaker-colours.ts';
import { highlightName } from '../../utils/quotes/anchoring/live-anchors.ts';

/** The passage that a click on a quote scrolled to, underlined and tinted in the accent colour, for both colour schemes. */
const [MARKED_PASSAGE_CSS_LIGHT, MARKED_PASSAGE_CSS_DARK] = PALETTE.accent.map(
  (accent) =>
    `::highlight(offprint-quote){background-color:color-mix(in srgb,${accent} 16%,transparent);` +
    `text-decoration:underline 3px ${accent};text-underline-offset:3px}`,
);

/** CSS of the marked passage in a page. In forced-colours mode only system colours are allowed. */
export const MARKED_PASSAGE_CSS =
  `${MARKED_PASSAGE_CSS_LIGHT}\n@media (prefers-color-scheme:dark){${MARKED_PASSAGE_CSS_DARK}}\n` +
  '@media (forced-colors:active){::highlight(offprint-quote){background-color:Mark;color:MarkText}}';

/** Share of the speaker's colour in a quote's background, if the browser can't underline it. */
const TINT_SHARE = '22%';

/**
 * Returns the CSS of underlined quotes, with a rule for each speaker colour on light and on dark backgrounds.
 *
 * @param canUnderline whether the browser can underline custom highlights; if not, quotes get a tinted background
 */
export function createUnderlineCss(canUnderline: boolean): string {
  const rules = SPEAKER_COLOURS.flatMap((variants, hue) =>
    variants.map((colour, variant) => {
      const style = canUnderline
        ? `text-decoration:underline 2px ${colour};text-underline-offset:3px;text-decoration-skip-ink:none`
        : `background-color:color-mix(in srgb,${colour} ${TINT_SHARE},transparent)`;
      return `::highlight(${highlightName(hue, variant === 1)}){${style}}`;
    }),
  );
  return rules.join('\n');
}
