import { PALETTE } from '../../utils/look/palette.ts';

/** Where the user was taken to, in both themes: a line and a tint of the accent, which no highlight of theirs has. */
const [MARK_CSS_LIGHT, MARK_CSS_DARK] = PALETTE.accent.map(
  (accent) =>
    `::highlight(offprint-quote){background-color:color-mix(in srgb,${accent} 16%,transparent);` +
    `text-decoration:underline 3px ${accent};text-underline-offset:3px}`,
);

/** The style of marks in a page; forced colours leave only those of the system. */
export const MARK_CSS =
  `${MARK_CSS_LIGHT}\n@media (prefers-color-scheme:dark){${MARK_CSS_DARK}}\n` +
  '@media (forced-colors:active){::highlight(offprint-quote){background-color:Mark;color:MarkText}}';
