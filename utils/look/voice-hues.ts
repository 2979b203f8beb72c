/**
 * The colours of an article's speakers, on a light ground and on a dark one, as `components/ui/base/tokens.css` has
 * them; a test holds the two together. The first is that of quotes whose speaker is unclear.
 */
export const VOICE_HUES = [
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
