import type { QuotedSpan } from './quoted-span.ts';

/** `LINDQVIST: We will …`, `Mara Lindqvist: We will …`: a label of one to four names at the start of a paragraph. */
const TURN = /^(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}):[ \t]+(?=\S)/u;
/** Turns, and speakers with two turns each, from which a text counts as a transcript. */
const TURNS = 4;
const SPEAKERS = 2;
/** A question, or somebody speaking of themselves (in the languages that have quotes here). */
const CONVERSES =
  /[?？]|(?:^|[^\p{L}])(?:i|we|my|our|us|me|[iw]e?['’]\p{L}+|ich|wir|mi[rc]h?|uns|j['’]?e?|nous|mon|nos|yo|nosotros|mi|io|noi|ja|my|mnie|nas|eu|nós|meu|minha|я|ми|мені|нас)(?=$|[^\p{L}])/iu;
/** Scripts in which such words are looked for. */
const KNOWN_SCRIPT = /[\p{Script=Latin}\p{Script=Cyrillic}]/u;
/** The share of such turns from which labels are speakers; "Pros: … Cons: …", "Mail: … Fax: …" have hardly any. */
const CONVERSING = 0.25;
/** Paragraphs that carry their own marks are quoted there, not by their label. */
const MARKS = /["“”„«»]/;

/**
 * Speech set as a transcript: each turn is a quote without marks, from after its label to the paragraph's end.
 * Lists and captions have labels too, so a text counts only when two speakers take turns.
 */
export function findTurns(text: string): QuotedSpan[] {
  const turns: { label: string; start: number; end: number; at: number }[] = [];
  for (const paragraph of text.matchAll(/[^\n]+/g)) {
    const match = paragraph[0].match(TURN);
    if (!match?.[1]) continue;
    const body = paragraph[0].slice(match[0].length).trimEnd();
    if (MARKS.test(body) || !/[.!?…]$/.test(body)) continue;
    const start = paragraph.index + match[0].length;
    turns.push({ label: match[1], start, end: start + body.length, at: start });
  }
  const counts = new Map<string, number>();
  for (const { label } of turns) counts.set(label, (counts.get(label) ?? 0) + 1);
  const repeated = [...counts.values()].filter((n) => n > 1).length;
  if (turns.length < TURNS || repeated < SPEAKERS) return [];
  const taken = turns.filter(({ label }) => (counts.get(label) ?? 0) > 1);
  const spoken = taken.filter(({ start, end }) => {
    const words = text.slice(start, end);
    return CONVERSES.test(words) || !KNOWN_SCRIPT.test(words);
  });
  if (spoken.length < taken.length * CONVERSING) return [];
  return taken.map(({ start, end }) => ({
    start,
    end,
    outerStart: start,
    outerEnd: end,
    paragraphs: 1,
    closed: true,
    single: false,
    sure: true,
  }));
}

/** "Q: …", "A: …": a turn whose label names nobody. */
const LETTER = /(?:^|\n)[QA](?:uestion|nswer)?:[ \t]+$/;

/** Does a turn with a mere letter for a speaker begin at `start`? */
export function isLetterTurn(text: string, start: number): boolean {
  return LETTER.test(text.slice(Math.max(0, start - 14), start));
}
