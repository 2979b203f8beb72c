import {
  ADVERB,
  AUX,
  CONJ,
  CUE_VERB,
  DET,
  OTHER_VERB,
  PHRASE_VERB,
  POSSESSIVE,
  PREP,
  RELATIVE,
} from './lexicon.ts';
import { classifyLink, findHeadPhrase } from './subject-link.ts';
import type { Cue, Mention, Token } from './token.ts';
import type { ArticleModel } from './types.ts';

interface Clause {
  /** Mention that is the subject, or -1 if unknown. */
  subject: number;
  /** Whether a finite verb has been read. */
  hasVerb: boolean;
  kind: 'main' | 'complement' | 'relative' | 'adverbial';
  /** Whether the next comma closes it. */
  closesAtComma: boolean;
}

const ANY_VERB = CUE_VERB | PHRASE_VERB | AUX | OTHER_VERB;
const COORDINATOR = /^(?:and|or|but|nor|yet|then)$/;
/** Maximum nesting of clauses; deeper ones are read as part of the outer clause. */
const MAX_DEPTH = 8;

/** Reads one article, sentence by sentence, with a stack of open clauses. */
class ClauseParser {
  readonly subjects: Int32Array;
  private readonly model: ArticleModel;
  private stack: Clause[] = [];
  private current: Clause = { subject: -1, hasVerb: false, kind: 'main', closesAtComma: false };

  constructor(model: ArticleModel) {
    this.model = model;
    this.subjects = new Int32Array(model.tokens.length).fill(-1);
  }

  private openClause(kind: Clause['kind'], subject: number, closesAtComma: boolean): void {
    if (this.stack.length >= MAX_DEPTH) return;
    this.current = { subject, hasVerb: false, kind, closesAtComma };
    this.stack.push(this.current);
  }

  private closeClause(): void {
    this.stack.pop();
    this.current = this.stack[this.stack.length - 1] ?? this.current;
  }

  private startSentence(): void {
    this.stack = [];
    this.openClause('main', -1, false);
  }

  private isVerb(k: number): boolean {
    const token = this.model.tokens[k];
    if (token?.kind !== 'word' || token.isCapitalised) return false;
    if ((token.classes & ANY_VERB) !== 0) return true;
    return token.classes === 0 && token.lower.length > 4 && token.lower.endsWith('ed');
  }

  /** Whether a finite verb is at `k`, or after adverbs there. */
  private isFiniteVerbAt(k: number): boolean {
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

  private lastTokenOf(mention: number): number {
    return this.model.mentions[mention]?.last ?? 0;
  }

  private readPunctuation(mark: string): void {
    const isClosed =
      this.current.hasVerb && (this.current.closesAtComma || this.current.kind === 'adverbial');
    if (mark === ';') this.startSentence();
    else if (mark === ',' && isClosed && this.stack.length > 1) this.closeClause();
  }

  private readRelative(i: number, index: number, before: Token | undefined): void {
    // "said that", "the claim that Reed": a complement; "the claim that hurt": a relative clause.
    const isComplementClause =
      this.model.tokens[i]?.lower === 'that' &&
      before !== undefined &&
      ((before.classes & ANY_VERB) !== 0 || !this.isFiniteVerbAt(i + 1));
    this.openClause(
      isComplementClause ? 'complement' : 'relative',
      isComplementClause ? -1 : index,
      before?.text === ',',
    );
  }

  private readMention(i: number, index: number, mention: Mention, before: Token | undefined): void {
    const isBeforeVerb = this.isFiniteVerbAt(mention.last + 1);
    // "after the vote" is not a subject; "after Reed voted" contains one.
    const isComplement =
      before && (before.classes & PREP) !== 0 && !((before.classes & CONJ) !== 0 && isBeforeVerb);
    if (isComplement) return;
    if (this.current.subject < 0) {
      this.current.subject = index;
      return;
    }
    // "who wrote the letter told": a noun after a verb inside a relative clause is its object.
    const isObject = this.current.kind === 'relative' && before !== undefined && this.isVerb(i - 1);
    if (!this.current.hasVerb || !isBeforeVerb || isObject) return;
    if (before && (before.text === ',' || COORDINATOR.test(before.lower))) {
      while (this.stack.length > 1 && this.current.kind !== 'complement') this.closeClause();
      this.current.subject = index;
      this.current.hasVerb = false;
    } else {
      const isReported = before !== undefined && (before.classes & (CUE_VERB | PHRASE_VERB)) !== 0;
      this.openClause(isReported ? 'complement' : 'relative', index, false);
    }
  }

  private readConjunction(i: number, token: Token, before: Token | undefined): void {
    const next = this.mentionAt(i + 1);
    const opensClause =
      (token.classes & PREP) === 0 || (next >= 0 && this.isFiniteVerbAt(this.lastTokenOf(next) + 1));
    if (opensClause) this.openClause('adverbial', -1, before === undefined || before.text === ',');
  }

  private readVerb(i: number, token: Token, before: Token | undefined): void {
    if (before && (before.classes & (DET | POSSESSIVE)) !== 0) return;
    if (token.lower.endsWith('ing')) {
      this.subjects[i] = this.current.subject;
      return;
    }
    // “…,” said X · …, said X
    const next = this.mentionAt(i + 1);
    const isInverted = (token.classes & CUE_VERB) !== 0 && next >= 0 && before?.kind !== 'word';
    const needsSubject = this.current.hasVerb || this.current.subject < 0;
    if (
      isInverted &&
      needsSubject &&
      this.model.mentions[next]?.sentence === token.sentence &&
      !this.isFiniteVerbAt(this.lastTokenOf(next) + 1)
    ) {
      this.subjects[i] = next;
      return;
    }
    const isChained =
      before !== undefined &&
      (before.text === ',' ||
        before.lower === 'to' ||
        COORDINATOR.test(before.lower) ||
        (before.classes & (AUX | ADVERB | OTHER_VERB)) !== 0);
    // "the woman who wrote it told": a second verb belongs to the outer clause.
    if (!isChained) while (this.stack.length > 1 && this.current.hasVerb) this.closeClause();
    this.subjects[i] = this.current.subject;
    this.current.hasVerb = true;
  }

  read(): void {
    const { tokens, mentions } = this.model;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (!token) continue;
      const opensSentence = tokens[i - 1]?.sentence !== token.sentence;
      const before = opensSentence ? undefined : tokens[i - 1];
      if (opensSentence) this.startSentence();
      const index = this.mentionAt(i);
      const mention = mentions[index];
      // "Reed's claim": possessor and possessed overlap.
      const isPossessor = mention?.isPossessive === true && mentions[index + 1]?.first === i;
      if (token.kind === 'quote') continue;
      if (token.kind === 'mark') this.readPunctuation(token.text);
      else if (mention?.kind === 'relative') this.readRelative(i, index, before);
      else if (mention && !isPossessor) {
        this.readMention(i, index, mention, before);
        i = Math.max(i, mention.last);
      } else if ((token.classes & (CONJ | RELATIVE)) !== 0 && !COORDINATOR.test(token.lower))
        this.readConjunction(i, token, before);
      else if (this.isVerb(i)) this.readVerb(i, token, before);
    }
  }
}

/** For each token that is a verb, the mention that is its subject; -1 without one and for other tokens. Linear. */
export function findClauseSubjects(model: ArticleModel): Int32Array {
  const parser = new ClauseParser(model);
  parser.read();
  return parser.subjects;
}

/** Maximum number of mentions examined before a cue. */
const MAX_MENTIONS_BEFORE_CUE = 3;

/** Returns the index of the mention that is the subject before a cue, or -1. */
export function findSubjectBefore(model: ArticleModel, cue: Cue): number {
  const edge = model.mentionFrom[cue.first] ?? 0;
  let insideMention = -1;
  let asideMention = -1;
  for (let m = edge - 1; m >= 0 && m >= edge - MAX_MENTIONS_BEFORE_CUE; m--) {
    const mention = model.mentions[m];
    if (!mention || mention.sentence !== cue.sentence) break;
    const link = classifyLink(model, mention, cue);
    if (/^(?:subject|apposition|relative|head)$/.test(link)) return m;
    // "One of the authors, Dana Reed, a professor at Harbor, said"
    if (link === 'aside' && mention.kind === 'name' && model.lexicon.code === 'en') asideMention = m;
    // "anglers on the quay chanted", "anglers standing on the quay chanted"
    if (link === 'verbs' && insideMention >= 0) return m;
    if (link === 'inside' && m === edge - 1 && findHeadPhrase(model, m) === m) insideMention = m;
  }
  return insideMention >= 0 ? insideMention : asideMention;
}

/** All mentions that are subjects of reporting verbs, with or without quotes. */
export function findReportingSubjects(model: ArticleModel): Set<number> {
  const subjects = new Set<number>();
  for (const cue of model.cues) {
    if (cue.kind === 'phrase') continue;
    const before = findSubjectBefore(model, cue);
    if (before >= 0) {
      subjects.add(before);
      continue;
    }
    const after = model.mentionFrom[cue.last + 1] ?? 0;
    const mention = model.mentions[after];
    if (!mention || mention.sentence !== cue.sentence) continue;
    const link = classifyLink(model, mention, cue);
    if (link === 'inverted' || link === 'source') subjects.add(after);
  }
  return subjects;
}
