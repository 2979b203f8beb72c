/**
 * Colours by role, on a light ground and on a dark one, for what has no style sheet: marks in pages, whose policies
 * refuse style sheets, the toolbar badge, pictures of quotes. Screens take them from `components/ui/base/tokens.css`;
 * a test holds the two together.
 */
export const PALETTE = {
  paper: ['#fbfaf7', '#171613'],
  raised: ['#ffffff', '#1f1d1a'],
  ink: ['#1b1a17', '#ece8df'],
  'ink-2': ['#5c5850', '#a8a297'],
  rule: ['#e3dfd6', '#35322c'],
  accent: ['#2440c4', '#9db2ff'],
  'on-accent': ['#ffffff', '#14182c'],
  mark: ['#ffe9a3', '#5b4a10'],
  'marked-yellow': ['#ffe9a3', '#5b4a10'],
  'marked-green': ['#cdeec8', '#23502b'],
  'marked-blue': ['#d3e3ff', '#26436f'],
  'marked-red': ['#ffd6cf', '#6b2c24'],
  danger: ['#a32318', '#ff9f92'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

/** A role's colour in CSS, by the scheme of where it stands. */
export function lightDark(role: keyof typeof PALETTE): string {
  return `light-dark(${PALETTE[role].join()})`;
}
