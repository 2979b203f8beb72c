/**
 * The binary format of part-of-speech taggers. All weights are one typed array, a view of the file's buffer; only feature
 * names are parsed.
 * With JSON and a list for each of 13,000 features, reading an English tagger took 35 ms of the first popup on a page;
 * this format takes 5 ms. Layout: length of the text in bytes (32 bits), text (UTF-8), rows (16-bit integers), all
 * little-endian. The text is a line of JSON (`Header`), followed by a line for each feature, in the order of
 * `Header.tables` and of the rows.
 */
import { CONTEXT_OFFSETS, getTemplate, WORD_FEATURES } from './tag-tokens.ts';
import type { LayerFile, RowOffsets, Tagger, TaggerFile } from './tagger.ts';
import { readAgreementLabel, readWordLabel } from './tags.ts';

/** The name of a table, and its number of features. */
type TableHeader = readonly [name: string, size: number];

interface Header extends Pick<TaggerFile, 'language' | 'nominal' | 'subjects'> {
  words: readonly string[];
  agreements: readonly string[];
  tables: Readonly<Record<'aspects' | 'wordHistory' | 'agreementHistory', readonly TableHeader[]>>;
}

/** Value → `[index, weight, index, weight, …]`. */
type Table = ReadonlyMap<string, readonly number[]>;

/** Adds the weights of one template to those of its aspect, with indices increased by `offset`. */
function appendRows(
  table: Map<string, number[]>,
  values: Readonly<Record<string, number[]>>,
  offset: number,
): void {
  for (const value of Object.keys(values)) {
    const row = values[value] ?? [];
    let merged = table.get(value);
    if (!merged) {
      merged = [];
      table.set(value, merged);
    }
    for (let k = 0; k < row.length; k += 2) merged.push((row[k] ?? 0) + offset, row[k + 1] ?? 0);
  }
}

function buildWordTables(layers: readonly LayerFile[]): [string, Table][] {
  return WORD_FEATURES.map((feature) => {
    const table = new Map<string, number[]>();
    let offset = 0;
    for (const { labels, weights } of layers) {
      for (let contextIndex = 0; contextIndex < CONTEXT_OFFSETS.length; contextIndex++) {
        const template = getTemplate(feature, contextIndex);
        if (template !== null) appendRows(table, weights[template] ?? {}, offset);
        offset += labels.length;
      }
    }
    return [feature, table];
  });
}

function buildHistoryTables({ weights }: LayerFile): [string, Table][] {
  const templates = Object.keys(weights).filter((template) => /label|agreement/.test(template));
  return templates.map((template) => [template, new Map(Object.entries(weights[template] ?? {}))]);
}

/**
 * Serialises a fitted tagger, for the build and the training tools.
 *
 * @throws RangeError for a weight that is not a 16-bit integer, or a feature that contains a line break
 */
export function packTagger({ language, words, agreement, nominal, subjects }: TaggerFile): ArrayBuffer {
  const lines: string[] = [];
  const rows: number[] = [];
  const add = (tables: readonly [string, Table][]): TableHeader[] =>
    tables.map(([name, table]) => {
      for (const [value, row] of table) {
        if (value.includes('\n')) throw new RangeError(`feature contains a line break: ${value}`);
        lines.push(value);
        rows.push(row.length / 2, ...row);
      }
      return [name, table.size];
    });
  const head: Header = {
    language,
    nominal,
    subjects,
    words: words.labels,
    agreements: agreement.labels,
    tables: {
      aspects: add(buildWordTables([words, agreement])),
      wordHistory: add(buildHistoryTables(words)),
      agreementHistory: add(buildHistoryTables(agreement)),
    },
  };
  const packed = Int16Array.from(rows);
  const invalid = rows.find((number, at) => number !== packed[at]);
  if (invalid !== undefined) throw new RangeError(`not a 16-bit integer: ${invalid}`);
  const text = new TextEncoder().encode([JSON.stringify(head), ...lines].join('\n'));
  // Rows begin at an even offset; padding follows the last line.
  const end = 4 + text.length + (text.length % 2);
  const file = new Uint8Array(end + packed.byteLength);
  new Uint32Array(file.buffer, 0, 1)[0] = text.length;
  file.set(text, 4);
  file.set(new Uint8Array(packed.buffer), end);
  return file.buffer;
}

/** Deserialises the output of `packTagger`. `rows` is a view of `file`, which must not be changed. */
export function unpackTagger(file: ArrayBuffer): Tagger {
  const length = new Uint32Array(file, 0, 1)[0] ?? 0;
  const lines = new TextDecoder().decode(new Uint8Array(file, 4, length)).split('\n');
  const rows = new Int16Array(file, 4 + length + (length % 2));
  const { tables, subjects, ...head } = JSON.parse(lines[0] ?? '') as Header;
  let line = 1;
  let rowOffset = 0;
  const readTables = (headers: readonly TableHeader[]): Map<string, RowOffsets> =>
    new Map(
      headers.map(([name, size]) => {
        const offsets = new Map<string, number>();
        for (const end = line + size; line < end; line++) {
          offsets.set(lines[line] ?? '', rowOffset);
          rowOffset += 1 + 2 * (rows[rowOffset] ?? 0);
        }
        return [name, offsets];
      }),
    );
  return {
    ...head,
    subjects: new Map(Object.entries(subjects)),
    tags: head.words.flatMap((label) =>
      head.agreements.map((agreement) => ({ ...readWordLabel(label), ...readAgreementLabel(agreement) })),
    ),
    rows,
    wordFeatures: readTables(tables.aspects),
    wordHistory: readTables(tables.wordHistory),
    agreementHistory: readTables(tables.agreementHistory),
  };
}
