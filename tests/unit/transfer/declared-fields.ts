/** Writes down which columns and fields of other products the import reads, as its table declares them. */
import type { FieldSources, FormatDeclaration } from '../../../utils/transfer/import/field-format.ts';
import { COMMON_FIELDS } from '../../../utils/transfer/import/formats/any-fields.ts';
import { CSV_FORMATS } from '../../../utils/transfer/import/formats/csv-formats.ts';
import { JSON_FORMATS } from '../../../utils/transfer/import/formats/json-formats.ts';

type Source = NonNullable<FieldSources[keyof FieldSources]>;

/** The names that a function asks for. */
function namesAsked(read: (row: (names: string) => undefined) => unknown): string[] {
  const asked: string[] = [];
  read((names) => {
    asked.push(names);
    return undefined;
  });
  return asked;
}

function namesOf(source: Source): string[] {
  if (typeof source === 'string') return [source];
  const [first, second] = source;
  if (typeof first === 'string' && typeof second === 'function')
    return [
      first,
      ...namesAsked((row) => (second as (value: unknown, row: unknown) => unknown)(undefined, row)),
    ];
  return (source as NonNullable<FieldSources['highlights']>).flatMap((one) => {
    if (typeof one === 'function') return namesAsked((row) => one(row));
    const { each, ...parts } = one;
    return Object.values(parts).map((name) => (each === undefined ? name : `${each}.${name}`));
  });
}

/** The alternatives are separated by commas; `^` is a field of an outer object. */
const listNames = (source: Source): string =>
  [...new Set(namesOf(source).flatMap((names) => names.split('|')))].filter((name) => name !== '').join(', ');

const listFields = (fields: FieldSources): string =>
  Object.entries({ url: 'url', ...fields } satisfies FieldSources)
    .map(([name, source]) => `${name}: ${listNames(source as Source)}`)
    .join('; ');

function lineOf({
  product,
  rootNames: root = [],
  requiredNames: has,
  anyNames: some = [],
  fields,
  listTree,
  favouritesKey,
}: FormatDeclaration<string>): string {
  const all: FieldSources = {
    ...fields,
    ...(favouritesKey === undefined ? {} : { favourite: 'id' }),
    ...(listTree === undefined ? {} : { lists: listTree.ids }),
  };
  const outer = root.map((name) => `^${name}`);
  const marks = [...outer, ...has, ...(some.length === 0 ? [] : [`one of ${some.join(', ')}`])].join(', ');
  return `| ${product} | ${marks} | ${listFields(all)} |`;
}

/** The section of `docs/formats.md`. */
export function describeDeclaredFields(): string {
  const formats: readonly FormatDeclaration<string>[] = [...CSV_FORMATS, ...JSON_FORMATS].map(
    ({ declared }) => declared,
  );
  return `## Columns and fields

What is read of tables and lists of objects, as \`csv-formats.ts\` and \`json-formats.ts\` in
\`utils/transfer/import/formats\` declare it: of several names the first that has a value. \`^\` is a field of an outer object.

| file | known by | our field: theirs |
| --- | --- | --- |
${formats.map(lineOf).join('\n')}
| any CSV, any JSON | an address, and in JSON a title or tags | ${listFields(COMMON_FIELDS)} |
`;
}
