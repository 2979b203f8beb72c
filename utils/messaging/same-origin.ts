/** True where two addresses are of one origin; a page can change all else of its address while a message is under way. */
export function isSameOrigin(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;
}
