/**
 * Lines of text as they may be stored and shown: titles, bylines, names. A page or a file may fill them with anything;
 * one line can't be allowed to reorder, overprint or push away what stands beside it.
 */

/** Embeddings and overrides, closed by PDF; isolates, closed by PDI (Unicode Standard Annex 9). */
const LRE = 0x202a;
const PDF = 0x202c;
const LRO = 0x202d;
const RLO = 0x202e;
const LRI = 0x2066;
const RLI = 0x2067;
const FSI = 0x2068;
const PDI = 0x2069;
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/;

/** How deep controls of direction may be nested; a line that was typed has one, a quoted one two. */
const BIDI_DEPTH = 4;

interface OpenControl {
  at: number;
  isIsolate: boolean;
  /** Overriding, or nested too deep. */
  isOut: boolean;
}

/** Indices of controls that must go: unbalanced, overriding, or nested too deep; and those that are left open. */
function readControls(units: string): { stray: Set<number>; open: OpenControl[] } {
  const stray = new Set<number>();
  const open: OpenControl[] = [];
  let isolates = 0;
  const close = (at: number): void => {
    const opening = open.pop();
    if (opening?.isOut) stray.add(opening.at).add(at);
  };
  for (let at = 0; at < units.length; at++) {
    const code = units.charCodeAt(at);
    if (code < LRE || code > PDI || (code > RLO && code < LRI)) continue;
    if (code === PDF) {
      if (open.at(-1)?.isIsolate === false) close(at);
      else stray.add(at);
    } else if (code === PDI) {
      if (isolates === 0) {
        stray.add(at);
        continue;
      }
      // An isolate's end closes the embeddings that were left open in it.
      for (let inner = open.at(-1); inner?.isIsolate === false; inner = open.at(-1)) {
        stray.add(inner.at);
        open.pop();
      }
      isolates -= 1;
      close(at);
    } else {
      const isIsolate = code === LRI || code === RLI || code === FSI;
      if (isIsolate) isolates += 1;
      open.push({ at, isIsolate, isOut: code === LRO || code === RLO || open.length >= BIDI_DEPTH });
    }
  }
  return { stray, open };
}

/** Takes away what overrides the direction of text, and opening and closing controls that lack the other. */
export function balanceDirections(text: string): string {
  if (!BIDI_CONTROLS.test(text)) return text;
  const { stray, open } = readControls(text);
  for (const { at } of open) stray.add(at);
  if (stray.size === 0) return text;
  let balanced = '';
  let from = 0;
  for (const at of [...stray].sort((a, b) => a - b)) {
    balanced += text.slice(from, at);
    from = at + 1;
  }
  return balanced + text.slice(from);
}
