/**
 * Colours of an article's speakers, on light and dark backgrounds. The same as in `components/ui/base/tokens.css`, as a
 * test checks. The first one is for quotes with an unclear speaker.
 */
export const SPEAKER_COLOURS = [
  ['#7a746a', '#8f897e'],
  ['#2a31d0', '#82a3ff'],
  ['#b1513f', '#eb7a52'],
  ['#004939', '#9deace'],
  ['#8d54c2', '#c484c6'],
  ['#5b4c0d', '#f9dd73'],
  ['#1f7e94', '#6fcfed'],
  ['#980d54', '#ff9dab'],
  ['#3d7311', '#bac060'],
] as const satisfies readonly (readonly [light: string, dark: string])[];
