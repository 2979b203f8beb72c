/**
 * The colours of highlights. Each has a name `highlightColour_<colour>` in `locales`, and in the style sheets a colour
 * `--marked-<colour>` and a `::highlight(marked-<colour>)`.
 */
export const HIGHLIGHT_COLOURS = ['yellow', 'green', 'blue', 'red'] as const;

export type HighlightColour = (typeof HIGHLIGHT_COLOURS)[number];

/** The colour of a highlight if the user has not chosen one. */
export const DEFAULT_COLOUR: HighlightColour = 'yellow';
