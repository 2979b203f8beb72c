import type { SourceFile } from './read-sources.ts';

/** Keys composed of a code at run time: `importWhy_<code>`, `perm_<code>Why`. */
interface Family {
  prefix: string;
  suffix: string;
  codes: Set<string>;
}

/** `t(`kind_${kind}`)`, with an optional suffix after the code. */
const REQUESTED_FAMILY = /(?<!\.)\b(?:t|find|readMessage)\(\s*`(\w+_)\$\{[^}`]*\}(\w*)`/g;

/** A literal key in a request for a message. */
const REQUESTED_KEY = /(?:(?<!\.)\b(?:t|find|readMessage)|\bgetMessage)\(\s*'(\w+)'|__MSG_(\w+?)__/g;

/** The core and the library use no messages: keys like `byline` are words of a page there. */
const WORDLESS = /^utils[\\/](?!platform[\\/])/;

const COMMENT = /\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*/g;

/** A docstring with the following declaration, up to its first semicolon. */
const DOCUMENTED =
  /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*((?:(?!\/\*\*\s)[^;]|\/\*\*(?:(?!\*\/)[\s\S])*\*\/)*);/g;

/**
 * Spellings of a code: types may contain hyphens, so `too-big` is requested as `tooBig`, and `share-bar` as
 * `share_bar`.
 */
function spellings(code: string): string[] {
  const camel = code.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return [code, camel, code.replaceAll('-', '_')];
}

/**
 * String literals of code that may be keys: not those in class attributes, in a union of types, or in `Pick` and
 * `Omit`.
 */
function literals(code: string): string[] {
  const values = code
    .replace(COMMENT, '')
    .replace(/\b(?:class|id|name|role)="[^"]*"/g, '')
    .replace(/\b(?:Pick|Omit|Extract|Exclude)<[^>]*>/g, '')
    .replace(/'[\w-]+'(?:\s*\|\s*'[\w-]+')+/g, '');
  return [...values.matchAll(/['"](\w+)['"]/g)].map((match) => match[1] ?? '');
}

/** Families in docstrings ("Each has a sentence `query_<code>`"), with the codes in the declarations after them. */
function declaredFamilies({ text }: SourceFile): Family[] {
  return [...text.matchAll(DOCUMENTED)].flatMap(([, comment = '', declaration = '']) => {
    const named = [...comment.matchAll(/`(\w+_)<\w+>(\w*)`/g)];
    const written = declaration.replace(COMMENT, '').matchAll(/'([\w-]+)'/g);
    const codes = new Set([...written].map((match) => match[1] ?? ''));
    return codes.size === 0
      ? []
      : named.map(([, prefix = '', suffix = '']) => ({ prefix, suffix, codes: new Set(codes) }));
  });
}

function joinFamilies(families: readonly Family[]): Map<string, Family> {
  const joined = new Map<string, Family>();
  for (const { prefix, suffix, codes } of families) {
    const known = joined.get(`${prefix}*${suffix}`);
    if (known === undefined) joined.set(`${prefix}*${suffix}`, { prefix, suffix, codes: new Set(codes) });
    else for (const code of codes) known.codes.add(code);
  }
  return joined;
}

/**
 * Compares the source with the keys of the English messages: reports requested keys that are missing, families of keys
 * whose codes no docstring declares, codes without a message, and unused messages.
 *
 * @param permissions in the manifests: each has `perm_<permission>` and `perm_<permission>Why`
 * @returns one sentence for each problem
 */
export function checkUses(
  files: readonly SourceFile[],
  english: readonly string[],
  permissions: readonly string[],
): string[] {
  const problems: string[] = [];
  const known = new Set(english);
  const families = joinFamilies([
    ...files.flatMap(declaredFamilies),
    { prefix: 'perm_', suffix: '', codes: new Set(permissions) },
    { prefix: 'perm_', suffix: 'Why', codes: new Set(permissions) },
  ]);
  for (const { path, text } of files) {
    const code = text.replace(COMMENT, '');
    for (const [, prefix = '', suffix = ''] of code.matchAll(REQUESTED_FAMILY)) {
      if (!families.has(`${prefix}*${suffix}`)) {
        problems.push(`${path}: no docstring tells the codes of \`${prefix}<code>${suffix}\``);
      }
    }
    for (const [, called, marked] of code.matchAll(REQUESTED_KEY)) {
      const key = called ?? marked ?? '';
      if (!known.has(key)) problems.push(`${path}: asks for ${key}, which English does not have`);
    }
  }
  const claimed = new Set<string>();
  for (const { prefix, suffix, codes } of families.values()) {
    for (const code of codes) {
      const keys = spellings(code).map((spelling) => `${prefix}${spelling}${suffix}`);
      for (const key of keys) claimed.add(key);
      if (!keys.some((key) => known.has(key))) problems.push(`English lacks ${prefix}${code}${suffix}`);
    }
  }
  const written = new Set(files.flatMap(({ path, text }) => (WORDLESS.test(path) ? [] : literals(text))));
  for (const { text } of files) {
    for (const [, key = ''] of text.matchAll(/__MSG_(\w+?)__/g)) written.add(key);
  }
  for (const key of english)
    if (!written.has(key) && !claimed.has(key)) problems.push(`nothing asks for ${key}`);
  return problems;
}
