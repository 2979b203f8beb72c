import type { QuotedSpan } from './quoted-span.ts';

/** Characters looked at on either side of a span. */
const AROUND = 16;
/** `name = "`, `print("`, `["`, `{"`, `"key": "`: what only a machine is told stands in front of a string. */
const IN_FRONT = /(?:=|[\p{L}\p{N}_\])]\(|\[|\{|["'] ?:)\s*$/u;
/** `");`, `">`, `"]`, `"}`, `";` at the end of a line. */
const BEHIND = /^\s*(?:\)\s*[;{]|[>\]}]|;\s*(?:\n|$))/;

/**
 * Is a span in straight marks a string in a listing of code, and no speech? Articles about computers hold many.
 *
 * @param text what the span was found in
 */
export function isCodeString(text: string, { outerStart, outerEnd }: QuotedSpan): boolean {
  if (!/["']/.test(text.charAt(outerStart))) return false;
  return (
    IN_FRONT.test(text.slice(Math.max(0, outerStart - AROUND), outerStart)) ||
    BEHIND.test(text.slice(outerEnd, outerEnd + AROUND))
  );
}
