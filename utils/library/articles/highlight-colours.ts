/**
 * The colours of highlights. Each has a name `highlightColour_<colour>` in `locales`, and a custom property
 * `--marked-<colour>` and a rule `::highlight(marked-<colour>)` in the style sheets.
 */
export const HIGHLIGHT_COLOURS = ['yellow', 'green', 'blue', 'red'] as const;

export type HighlightColour = (typeof HIGHLIGHT_COLOURS)[number];

/** The colour of a highlight unless the user has chosen one. */
export const DEFAULT_COLOUR: HighlightColour = 'yellow';
