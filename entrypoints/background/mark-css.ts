import { HIGHLIGHT_COLOURS } from '../../utils/library/articles/highlight-colours.ts';
import { PALETTE } from '../../utils/look/palette.ts';

/** Where the user was taken to, in both themes: a line and a tint of the accent, which no highlight of theirs has. */
const [MARK_CSS_LIGHT, MARK_CSS_DARK] = PALETTE.accent.map(
  (accent) =>
    `::highlight(offprint-quote){background-color:color-mix(in srgb,${accent} 16%,transparent);` +
    `text-decoration:underline 3px ${accent};text-underline-offset:3px}`,
);
const HIGHLIGHT_NAMES = HIGHLIGHT_COLOURS.flatMap((colour) =>
  (['light', 'dark'] as const).map((ground, side) => ({
    colour,
    side,
    name: `offprint-${colour}-${ground}`,
  })),
);
/** The user's highlights. A page that is dark whatever the system is gets the dark ones: it is asked which it is. */
const HIGHLIGHT_CSS = HIGHLIGHT_NAMES.map(({ colour, side, name }) => {
  const [back, ink] = [PALETTE[`marked-${colour}`][side], PALETTE.ink[side]];
  return `::highlight(${name}){background-color:${back};color:${ink}}`;
}).join('\n');
/** Forced colours leave only those of the system. */
const FORCED_CSS = ['offprint-quote', ...HIGHLIGHT_NAMES.map(({ name }) => name)]
  .map((name) => `::highlight(${name}){background-color:Mark;color:MarkText}`)
  .join('');

/** The style of marks and highlights in a page. */
export const MARK_CSS =
  `${HIGHLIGHT_CSS}\n${MARK_CSS_LIGHT}\n@media (prefers-color-scheme:dark){${MARK_CSS_DARK}}\n` +
  `@media (forced-colors:active){${FORCED_CSS}}`;
