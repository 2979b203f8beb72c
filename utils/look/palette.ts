/**
 * Colours by role, on light and dark backgrounds, for what can't use a style sheet: highlights in pages, whose content
 * security policy may forbid style sheets, the toolbar badge, and images of quotes. Our own pages use
 * `components/ui/base/tokens.css`; a test checks that both agree.
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

/** A role's colour as CSS that follows the colour scheme. */
export function lightDark(role: keyof typeof PALETTE): string {
  return `light-dark(${PALETTE[role].join()})`;
}
