import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { findSpans } from '../../utils/quotes/extract/find-spans.ts';
import type { Token } from '../../utils/quotes/model/token.ts';
import { tokenise } from '../../utils/quotes/model/tokens.ts';
import type { Lexicon } from '../../utils/quotes/model/types.ts';
import { fixedLabel } from '../../utils/quotes/tagging/tag-tokens.ts';
import { hasAgreement, NO_AGREEMENT } from '../../utils/quotes/tagging/tags.ts';

/** One word of a treebank. */
interface TreeWord {
  id: number;
  upos: string;
  /** The treebank's own tag. */
  xpos: string;
  features: ReadonlyMap<string, string>;
  head: number;
  relation: string;
  start: number;
  end: number;
}

/** A sentence in the engine's own tokens, each with the treebank's annotation. */
export interface TreeSentence {
  tokens: Token[];
  /** First and second label of each token, in the notation of `tags.ts`. */
  words: string[];
  agreements: string[];
  /** For each token, the token that is its syntactic head in the sentence, or -1. */
  heads: number[];
  relations: string[];
}

/** The files of one part (`dev`, `test`) of each language, as `<language>_<bank>-ud-<part>.conllu.gz`. */
export function listTreebanks(folder: string): Map<string, string[]> {
  const banks = new Map<string, string[]>();
  for (const file of readdirSync(folder).sort()) {
    const language = /^([a-z]+)_\w+-ud-\w+\.conllu\.gz$/.exec(file)?.[1];
    if (language) banks.set(language, [...(banks.get(language) ?? []), join(folder, file)]);
  }
  return banks;
}

/** The words of one sentence with their offsets in its text; words written as one share the offsets. */
function readWords(lines: readonly string[], text: string): TreeWord[] | null {
  const words: TreeWord[] = [];
  let at = 0;
  let until = 0;
  let range = { start: 0, end: 0 };
  for (const line of lines) {
    const [id = '', form = '', , upos = '', xpos = '', feats = '', head = '', relation = ''] =
      line.split('\t');
    if (id.includes('.')) continue;
    if (id.includes('-') || Number(id) > until) {
      const start = text.indexOf(form, at);
      if (start < 0 || start > at + 3) return null;
      range = { start, end: start + form.length };
      at = range.end;
    }
    if (id.includes('-')) {
      until = Number(id.split('-')[1]);
      continue;
    }
    const features = new Map(feats.split('|').map((pair) => pair.split('=') as [string, string]));
    words.push({
      id: Number(id),
      upos,
      xpos,
      features,
      head: Number(head),
      relation: relation.split(':')[0] ?? '',
      ...range,
    });
  }
  return words;
}

const FORMS: Record<string, string> = {
  Fin: 'fin',
  Inf: 'inf',
  Ger: 'ger',
  Conv: 'ger',
  Part: 'part',
  Sup: 'part',
  Vnoun: 'inf',
};

/** Verb forms by the treebank's own tags, if it does not annotate them. */
const FORMS_BY_TAG: Record<string, string> = { VB: 'inf', VBG: 'ger', VBN: 'part' };

function wordLabel({ upos, xpos, features }: TreeWord): string {
  if (upos === 'SYM' || upos === '_') return 'X';
  if (upos !== 'VERB' && upos !== 'AUX') return upos;
  const form = features.get('VerbForm') ?? '';
  // Czech treebanks tag the past tense, which is a finite form, as a participle.
  const past =
    form === 'Part' &&
    features.get('Tense') === 'Past' &&
    features.get('Voice') === 'Act' &&
    features.has('Polarity');
  return `${upos}.${past ? 'fin' : (FORMS[form] ?? FORMS_BY_TAG[xpos] ?? 'fin')}`;
}

const GENDERS: Record<string, string> = { Masc: 'm', Fem: 'f', Neut: 'n', Com: 'c' };
const NUMBERS: Record<string, string> = { Sing: 's', Plur: 'p', Ptan: 'p', Dual: 'p' };

function agreementLabel(word: TreeWord, cases: boolean): string {
  const label = wordLabel(word);
  if (!hasAgreement(label)) return NO_AGREEMENT;
  const { features } = word;
  const verb = label.startsWith('VERB') || label.startsWith('AUX');
  const parts = [
    GENDERS[features.get('Gender') ?? ''],
    NUMBERS[features.get('Number') ?? ''],
    label === 'PRON' || label.endsWith('.fin') ? features.get('Person') : undefined,
    cases && !verb && features.has('Case') ? (features.get('Case') === 'Nom' ? 'nom' : 'obl') : undefined,
  ];
  return parts.filter((part) => part !== undefined && part !== '0').join('.') || NO_AGREEMENT;
}

/** The head of words written as one token: the last part of a compound, otherwise the first part. */
function leadingWord(inside: readonly TreeWord[], raw: string): TreeWord | undefined {
  const words = inside.filter(({ upos }) => upos !== 'PUNCT');
  return raw.includes('-') && words[0]?.start !== words.at(-1)?.start
    ? words.at(-1)
    : (words[0] ?? inside[0]);
}

function alignSentence(
  text: string,
  words: readonly TreeWord[],
  tokens: Token[],
  cases: boolean,
): TreeSentence {
  const tokenOf = new Map<number, number>();
  const leading = tokens.map((token, i) => {
    const inside = words.filter(({ start, end }) => start < token.end && end > token.start);
    for (const { id } of inside) if (!tokenOf.has(id)) tokenOf.set(id, i);
    return token.kind === 'quote' ? undefined : leadingWord(inside, text.slice(token.start, token.end));
  });
  return {
    tokens,
    words: tokens.map((token, i) => fixedLabel(token) ?? (leading[i] ? wordLabel(leading[i]) : 'X')),
    agreements: leading.map((word, i) =>
      word && !fixedLabel(tokens[i] ?? { kind: 'mark' }) ? agreementLabel(word, cases) : NO_AGREEMENT,
    ),
    heads: leading.map((word) => tokenOf.get(word?.head ?? -1) ?? -1),
    relations: leading.map((word) => word?.relation ?? ''),
  };
}

/**
 * Reads a treebank in CoNLL-U with the engine's tokenizer. A sentence with a quotation is returned twice: unchanged,
 * and with the quotation as one token.
 */
export function readTreebank(file: string, lexicon: Lexicon): TreeSentence[] {
  const sentences: TreeSentence[] = [];
  const blocks = gunzipSync(readFileSync(file)).toString('utf8').normalize('NFC').split('\n\n');
  const cases = blocks.some((block) => /\tNOUN\t.*\|?Case=Nom/.test(block));
  for (const block of blocks) {
    const text = /^# text = (.*)$/m.exec(block)?.[1];
    const words =
      text &&
      readWords(
        block.split('\n').filter((line) => /^\d/.test(line)),
        text,
      );
    if (!words) continue;
    const plain = { ...lexicon, tagger: undefined, data: { code: lexicon.data.code } };
    const spans = findSpans(text, lexicon);
    for (const some of spans.length > 0 ? [[], spans] : [[]]) {
      const tokens = tokenise(text, some, plain);
      // Copied before rules change them.
      for (const token of tokens) if (token.kind === 'word') token.classes = lexicon.classesOf(token.lower);
      sentences.push(alignSentence(text, words, tokens, cases));
    }
  }
  return sentences;
}
