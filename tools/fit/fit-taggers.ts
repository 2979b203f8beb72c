import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ALL_LANGUAGES } from '../../utils/quotes/languages/all-languages.ts';
import { getLexicon, registerLanguages } from '../../utils/quotes/model/lexicon.ts';
import { packTagger, unpackTagger } from '../../utils/quotes/tagging/packed-tagger.ts';
import {
  agreementFeatures,
  CONTEXT_OFFSETS,
  type Feature,
  fixedLabel,
  getTemplate,
  getWordFeatures,
  labelFeatures,
  normaliseWord,
  type TaggableToken,
  tagTokens,
} from '../../utils/quotes/tagging/tag-tokens.ts';
import type { LayerFile, TaggerFile } from '../../utils/quotes/tagging/tagger.ts';
import { hasAgreement, isNominal, NO_AGREEMENT } from '../../utils/quotes/tagging/tags.ts';
import { fitSubjects, markSubjects, readExamples, type SubjectMarks } from './fit-subjects.ts';
import { fitPerceptron, type Sequence } from './perceptron.ts';
import { listTreebanks, readTreebank, type TreeSentence } from './treebank.ts';

/** Pruning thresholds as shares of the largest weight: the first one that makes the file small enough is used. */
const PRUNING_THRESHOLDS = [0.035, 0.045, 0.055, 0.065];

/** Maximum size of a file, in characters. */
const MAX_FILE_LENGTH = 800_000;

/** Features from the adjacent words in the same sentence. */
function surroundings(tokens: readonly TaggableToken[], i: number): Feature[] {
  const sentence = tokens[i]?.sentence;
  return CONTEXT_OFFSETS.flatMap((step, place) => {
    const there = tokens[i + step];
    const inside = there?.sentence === sentence ? (there ?? null) : null;
    const opens = inside !== null && tokens[i + step - 1]?.sentence !== sentence;
    return getWordFeatures(inside, opens).flatMap(([aspect, value]): Feature[] => {
      const template = getTemplate(aspect, place);
      return template === null ? [] : [[template, value]];
    });
  });
}

const wordAt = (tokens: readonly TaggableToken[], i: number): string =>
  tokens[i] ? normaliseWord(tokens[i]) : '';

const wordSequence = ({ tokens, words }: TreeSentence): Sequence => {
  const given = (i: number, j: number, labels: readonly string[]) =>
    tokens[i]?.sentence === tokens[j]?.sentence ? (labels[j] ?? '') : '';
  return {
    length: tokens.length,
    truth: words,
    isOpen: (i) => fixedLabel(tokens[i] ?? { kind: 'mark' }) === null,
    fixed: (i) => surroundings(tokens, i),
    history: (i, labels) =>
      labelFeatures(wordAt(tokens, i), given(i, i - 1, labels), given(i, i - 2, labels)),
  };
};

const agreementSequence = ({ tokens, words, agreements }: TreeSentence): Sequence => {
  const given = (i: number, j: number, labels: readonly string[], none: string) =>
    tokens[i]?.sentence === tokens[j]?.sentence ? (labels[j] ?? none) : none;
  return {
    length: tokens.length,
    truth: agreements,
    isOpen: (i) => hasAgreement(words[i] ?? ''),
    fixed: (i) => surroundings(tokens, i),
    history: (i, labels) =>
      agreementFeatures(
        wordAt(tokens, i),
        words[i] ?? '',
        given(i, i - 1, words, ''),
        given(i, i - 1, labels, NO_AGREEMENT),
        given(i, i + 1, words, ''),
      ),
  };
};

type Layers = Pick<TaggerFile, 'words' | 'agreement'>;

/** Fits both perceptrons; the returned function writes their weights. */
function fitLayers(sentences: readonly TreeSentence[]): (least: number) => Layers {
  const words = fitPerceptron(sentences.map(wordSequence));
  const agreement = fitPerceptron(sentences.map(agreementSequence));
  return (least) => ({ words: words.write(least), agreement: agreement.write(least) });
}

/** A slope so flat that the lead can be computed from the probability. */
const FLAT_SLOPE = 0.005;

/** The accuracy of a tagger on unseen sentences. */
interface Marks {
  words: number;
  /** Numbers of words with the right part of speech; with the right verb form; with all properties right. */
  pos: number;
  form: number;
  all: number;
  /** For each word: the lead of nouns, names and pronouns, and whether it is one. */
  leads: { lead: number; truth: boolean }[];
}

function mark(layers: Layers, language: string, sentences: readonly TreeSentence[]): Marks {
  const tagger = unpackTagger(
    packTagger({ ...blank(language), ...layers, nominal: { slope: FLAT_SLOPE, bias: 0 }, subjects: {} }),
  );
  const marks: Marks = { words: 0, pos: 0, form: 0, all: 0, leads: [] };
  for (const { tokens, words, agreements } of sentences) {
    const { tags, nominal } = tagTokens(tokens, tagger);
    // Tags by a tagger that has not seen the sentence, to which the subjects are fitted.
    for (const [i, token] of tokens.entries()) token.tag = tagger.tags[tags[i] ?? -1] ?? null;
    for (const [i, token] of tokens.entries()) {
      if (fixedLabel(token) !== null) continue;
      const tag = tags[i] ?? 0;
      const word = tagger.words[Math.floor(tag / tagger.agreements.length)] ?? '';
      const agreement = tagger.agreements[tag % tagger.agreements.length] ?? '';
      const truth = words[i] ?? '';
      marks.words++;
      if (word.split('.')[0] === truth.split('.')[0]) marks.pos++;
      if (word === truth) marks.form++;
      if (word === truth && agreement === agreements[i]) marks.all++;
      const odds = nominal[i] ?? 0;
      marks.leads.push({ lead: Math.log(odds / (1 - odds)) / FLAT_SLOPE, truth: isNominal(truth) });
    }
  }
  return marks;
}

/** Logistic regression of one variable, by Newton's method. */
function fitLogistic(points: readonly { lead: number; truth: boolean }[]): { slope: number; bias: number } {
  let slope = 0.001;
  let bias = 0;
  for (let round = 0; round < 30; round++) {
    let [gs, gb, ss, sb, bb] = [0, 0, 1e-9, 0, 1e-9];
    for (const { lead, truth } of points) {
      const p = 1 / (1 + Math.exp(-(slope * lead + bias)));
      const error = (truth ? 1 : 0) - p;
      const weight = p * (1 - p);
      gs += error * lead;
      gb += error;
      ss += weight * lead * lead;
      sb += weight * lead;
      bb += weight;
    }
    const det = ss * bb - sb * sb;
    slope += (bb * gs - sb * gb) / det;
    bias += (ss * gb - sb * gs) / det;
  }
  return { slope: Number(slope.toPrecision(3)), bias: Number(bias.toPrecision(3)) };
}

const share = (part: number, whole: number): number => Math.round((part / whole) * 1000) / 1000;

const blank = (language: string): Pick<TaggerFile, 'about' | 'language'> => ({
  language,
  about: { what: '', command: '', data: '', licence: '', figures: {} },
});

/** The two parts of the data, or halves of the sentences if there is only one file. */
function partsOf(files: readonly string[], language: string): TreeSentence[][] {
  const parts = files.map((file) => readTreebank(file, getLexicon(language)));
  const [only = []] = parts;
  if (parts.length > 1) return parts;
  const half = Math.floor(only.length / 2);
  return [only.slice(0, half), only.slice(half)];
}

function fitTagger(language: string, files: readonly string[]): TaggerFile {
  const parts = partsOf(files, language);
  const write = fitLayers(parts.flat());
  const least =
    PRUNING_THRESHOLDS.find((one) => printLayers(write(one)).length <= MAX_FILE_LENGTH) ??
    PRUNING_THRESHOLDS.at(-1) ??
    0;
  const marks = parts.map((part, k) =>
    mark(fitLayers(parts.filter((_, other) => other !== k).flat())(least), language, part),
  );
  const examples = parts.map(readExamples);
  const subjects = examples.map((part, k) =>
    markSubjects(fitSubjects(examples.filter((_, other) => other !== k).flat()), part),
  );
  const verbs = (read: (one: SubjectMarks) => number) =>
    subjects.reduce((total, one) => total + read(one), 0);
  const sum = (read: (one: Marks) => number) => marks.reduce((total, one) => total + read(one), 0);
  const leads = marks.flatMap((one) => one.leads);
  const nominal = fitLogistic(leads);
  const surely = leads.filter(({ lead }) => nominal.slope * lead + nominal.bias < Math.log(0.05 / 0.95));
  const words = sum((one) => one.words);
  const bank = basename(files[0] ?? '').split('-')[0] ?? '';
  const figures = {
    words,
    partOfSpeech: share(
      sum((one) => one.pos),
      words,
    ),
    withVerbForm: share(
      sum((one) => one.form),
      words,
    ),
    withAgreement: share(
      sum((one) => one.all),
      words,
    ),
    refused: share(surely.length, leads.filter(({ truth }) => !truth).length),
    refusedWrongly: share(
      surely.filter(({ truth }) => truth).length,
      leads.filter(({ truth }) => truth).length,
    ),
  };
  const subjectFigures = {
    verbs: verbs((one) => one.verbs),
    subjectOrNone: share(
      verbs((one) => one.right),
      verbs((one) => one.verbs),
    ),
    subjectFound: share(
      verbs((one) => one.found),
      verbs((one) => one.given),
    ),
    subjectSure: share(
      verbs((one) => one.sure),
      verbs((one) => one.verbs),
    ),
    subjectSurelyRight: share(
      verbs((one) => one.surelyRight),
      verbs((one) => one.sure),
    ),
  };
  return {
    about: {
      what: `Part of speech, form, gender, number, person and case of ${language}: weights of two averaged perceptrons (utils/quotes/tagging).`,
      command: 'npx node tools/fit/fit-taggers.ts <folder of treebanks>',
      data: `Universal Dependencies ${bank}, ${files.length > 1 ? 'dev and test' : 'test'}: figures by fits on one ${files.length > 1 ? 'part' : 'half'} and a look at the other; weights fitted on both.`,
      licence: `Universal Dependencies ${bank}, universaldependencies.org, CC BY-SA ${bank.endsWith('_pud') ? '3.0' : '4.0'}`,
      figures: { ...figures, ...subjectFigures },
    },
    language,
    nominal,
    subjects: fitSubjects(examples.flat()),
    ...write(least),
  };
}

/** JSON with one feature per line. */
function printLayers({ words, agreement }: Layers): string {
  const layer = ({ labels, weights }: LayerFile): string => {
    const templates = Object.entries(weights).map(([template, values]) => {
      const lines = Object.entries(values)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([value, row]) => `${JSON.stringify(value)}:${JSON.stringify(row)}`);
      return `${JSON.stringify(template)}:{\n${lines.join(',\n')}}`;
    });
    return `{"labels":${JSON.stringify(labels)},\n"weights":{${templates.join(',\n')}}}`;
  };
  return `"words":${layer(words)},\n"agreement":${layer(agreement)}}\n`;
}

function printTagger({ words, agreement, ...head }: TaggerFile): string {
  return `${JSON.stringify(head, null, 1).slice(0, -2)},\n${printLayers({ words, agreement })}`;
}

const [folder = '', ...only] = process.argv.slice(2);
registerLanguages(ALL_LANGUAGES);
for (const [language, files] of listTreebanks(folder)) {
  if (only.length > 0 && !only.includes(language)) continue;
  const start = performance.now();
  const tagger = fitTagger(language, files);
  const source = printTagger(tagger);
  writeFileSync(new URL(`../../utils/quotes/tagging/weights/${language}.json`, import.meta.url), source);
  console.log(
    language,
    JSON.stringify(tagger.about.figures),
    JSON.stringify(tagger.nominal),
    `${Math.round(source.length / 1000)} kB`,
    `${Math.round((performance.now() - start) / 1000)} s`,
  );
}
