import { ADVERB, AUX, CONJ, CUE, DET, PHRASE, POSSESSIVE, PREP, RELATIVE, VERB } from './lexicon.ts';
import { headPhraseOf, linkSubject } from './subject-link.ts';
import type { Cue, Mention, Token } from './token.ts';
import type { ArticleModel } from './types.ts';

interface Clause {
  /** Mention that is the subject, or -1 if unknown. */
  subject: number;
  /** Whether a finite verb has been read. */
  verb: boolean;
  kind: 'main' | 'complement' | 'relative' | 'adverbial';
  /** Whether the next comma closes it. */
  aside: boolean;
}

const VERBAL = CUE | PHRASE | AUX | VERB;
const JOINS = /^(?:and|or|but|nor|yet|then)$/;
/** Maximum nesting of clauses; deeper ones are read as part of the outer clause. */
const MAX_DEPTH = 8;

/** Reads one article, sentence by sentence, with a stack of open clauses. */
class ClauseWalk {
  readonly subjects: Int32Array;
  private readonly model: ArticleModel;
  private stack: Clause[] = [];
  private top: Clause = { subject: -1, verb: false, kind: 'main', aside: false };

  constructor(model: ArticleModel) {
    this.model = model;
    this.subjects = new Int32Array(model.tokens.length).fill(-1);
  }

  private open(kind: Clause['kind'], subject: number, aside: boolean): void {
    if (this.stack.length >= MAX_DEPTH) return;
    this.top = { subject, verb: false, kind, aside };
    this.stack.push(this.top);
  }

  private close(): void {
    this.stack.pop();
    this.top = this.stack[this.stack.length - 1] ?? this.top;
  }

  private restart(): void {
    this.stack = [];
    this.open('main', -1, false);
  }

  private isVerb(k: number): boolean {
    const token = this.model.tokens[k];
    if (token?.kind !== 'word' || token.capital) return false;
    if ((token.classes & VERBAL) !== 0) return true;
    return token.classes === 0 && token.lower.length > 4 && token.lower.endsWith('ed');
  }

  /** Whether a finite verb is at `k`, or after adverbs there. */
  private hasVerb(k: number): boolean {
    const { tokens } = this.model;
    let j = k;
    while (j < k + 3 && ((tokens[j]?.classes ?? 0) & (ADVERB | AUX)) === ADVERB) j++;
    return this.isVerb(j) && !tokens[j]?.lower.endsWith('ing');
  }

  /** Index of the mention that starts at token `k`, or -1. */
  private mentionAt(k: number): number {
    const index = this.model.mentionFrom[k] ?? 0;
    return this.model.mentions[index]?.first === k ? index : -1;
  }

  private lastOf(mention: number): number {
    return this.model.mentions[mention]?.last ?? 0;
  }

  private readMark(mark: string): void {
    const ends = this.top.verb && (this.top.aside || this.top.kind === 'adverbial');
    if (mark === ';') this.restart();
    else if (mark === ',' && ends && this.stack.length > 1) this.close();
  }

  private readRelative(i: number, index: number, before: Token | undefined): void {
    // "said that", "the claim that Reed": a complement; "the claim that hurt": a relative clause.
    const complement =
      this.model.tokens[i]?.lower === 'that' &&
      before !== undefined &&
      ((before.classes & VERBAL) !== 0 || !this.hasVerb(i + 1));
    this.open(complement ? 'complement' : 'relative', complement ? -1 : index, before?.text === ',');
  }

  private readMention(i: number, index: number, mention: Mention, before: Token | undefined): void {
    const acts = this.hasVerb(mention.last + 1);
    // "after the vote" is no subject, "after Reed voted" contains one.
    const held = before && (before.classes & PREP) !== 0 && !((before.classes & CONJ) !== 0 && acts);
    if (held) return;
    if (this.top.subject < 0) {
      this.top.subject = index;
      return;
    }
    // "who wrote the letter told": a noun after a verb inside a relative clause is its object.
    const object = this.top.kind === 'relative' && before !== undefined && this.isVerb(i - 1);
    if (!this.top.verb || !acts || object) return;
    if (before && (before.text === ',' || JOINS.test(before.lower))) {
      while (this.stack.length > 1 && this.top.kind !== 'complement') this.close();
      this.top.subject = index;
      this.top.verb = false;
    } else {
      const reports = before !== undefined && (before.classes & (CUE | PHRASE)) !== 0;
      this.open(reports ? 'complement' : 'relative', index, false);
    }
  }

  private readConjunction(i: number, token: Token, before: Token | undefined): void {
    const next = this.mentionAt(i + 1);
    const clause = (token.classes & PREP) === 0 || (next >= 0 && this.hasVerb(this.lastOf(next) + 1));
    if (clause) this.open('adverbial', -1, before === undefined || before.text === ',');
  }

  private readVerb(i: number, token: Token, before: Token | undefined): void {
    if (before && (before.classes & (DET | POSSESSIVE)) !== 0) return;
    if (token.lower.endsWith('ing')) {
      this.subjects[i] = this.top.subject;
      return;
    }
    // “…,” said X · …, said X
    const next = this.mentionAt(i + 1);
    const inverts = (token.classes & CUE) !== 0 && next >= 0 && before?.kind !== 'word';
    const free = this.top.verb || this.top.subject < 0;
    if (
      inverts &&
      free &&
      this.model.mentions[next]?.sentence === token.sentence &&
      !this.hasVerb(this.lastOf(next) + 1)
    ) {
      this.subjects[i] = next;
      return;
    }
    const chained =
      before !== undefined &&
      (before.text === ',' ||
        before.lower === 'to' ||
        JOINS.test(before.lower) ||
        (before.classes & (AUX | ADVERB | VERB)) !== 0);
    // "the woman who wrote it told": a second verb belongs to the outer clause.
    if (!chained) while (this.stack.length > 1 && this.top.verb) this.close();
    this.subjects[i] = this.top.subject;
    this.top.verb = true;
  }

  read(): void {
    const { tokens, mentions } = this.model;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (!token) continue;
      const opens = tokens[i - 1]?.sentence !== token.sentence;
      const before = opens ? undefined : tokens[i - 1];
      if (opens) this.restart();
      const index = this.mentionAt(i);
      const mention = mentions[index];
      // "Reed's claim": possessor and possessed overlap.
      const owner = mention?.possessive === true && mentions[index + 1]?.first === i;
      if (token.kind === 'quote') continue;
      if (token.kind === 'mark') this.readMark(token.text);
      else if (mention?.kind === 'relative') this.readRelative(i, index, before);
      else if (mention && !owner) {
        this.readMention(i, index, mention, before);
        i = Math.max(i, mention.last);
      } else if ((token.classes & (CONJ | RELATIVE)) !== 0 && !JOINS.test(token.lower))
        this.readConjunction(i, token, before);
      else if (this.isVerb(i)) this.readVerb(i, token, before);
    }
  }
}

/** For each token that is a verb, the mention that is its subject; -1 without one and for other tokens. Linear. */
export function findClauseSubjects(model: ArticleModel): Int32Array {
  const walk = new ClauseWalk(model);
  walk.read();
  return walk.subjects;
}

/** Maximum number of mentions examined before a cue. */
const MAX_MENTIONS = 3;

/** The subject before a cue, as an index into the mentions, or -1. */
export function subjectBefore(model: ArticleModel, cue: Cue): number {
  const edge = model.mentionFrom[cue.first] ?? 0;
  let inside = -1;
  let aside = -1;
  for (let m = edge - 1; m >= 0 && m >= edge - MAX_MENTIONS; m--) {
    const mention = model.mentions[m];
    if (!mention || mention.sentence !== cue.sentence) break;
    const link = linkSubject(model, mention, cue);
    if (/^(?:subject|apposition|relative|head)$/.test(link)) return m;
    // "One of the authors, Dana Reed, a professor at Harbor, said"
    if (link === 'aside' && mention.kind === 'name' && model.lexicon.code === 'en') aside = m;
    // "anglers on the quay chanted", "anglers standing on the quay chanted"
    if (link === 'verbs' && inside >= 0) return m;
    if (link === 'inside' && m === edge - 1 && headPhraseOf(model, m) === m) inside = m;
  }
  return inside >= 0 ? inside : aside;
}

/** All mentions that are subjects of reporting verbs, with or without quotes. */
export function findReportingSubjects(model: ArticleModel): Set<number> {
  const subjects = new Set<number>();
  for (const cue of model.cues) {
    if (cue.kind === 'phrase') continue;
    const before = subjectBefore(model, cue);
    if (before >= 0) {
      subjects.add(before);
      continue;
    }
    const after = model.mentionFrom[cue.last + 1] ?? 0;
    const mention = model.mentions[after];
    if (!mention || mention.sentence !== cue.sentence) continue;
    const link = linkSubject(model, mention, cue);
    if (link === 'inverted' || link === 'source') subjects.add(after);
  }
  return subjects;
}
