/** Kind of a field: `?` may be null, `s` at the end is an array, `any` is not looked at but must be there. */
type FieldKind = 'string' | 'string?' | 'number' | 'number?' | 'boolean' | 'strings' | 'objects' | 'any';

/** The fields a row must have. What it has besides is kept: later versions add fields. */
export type RowShape = Readonly<Record<string, FieldKind>>;

const TESTS: Record<FieldKind, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  'string?': (value) => value === null || typeof value === 'string',
  number: (value) => typeof value === 'number',
  'number?': (value) => value === null || typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  strings: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
  objects: (value) =>
    Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null),
  any: (value) => value !== undefined,
};

/** The tests of a shape, put together once: a backup has hundreds of thousands of rows. */
const testsByShape = new WeakMap<RowShape, [field: string, test: (value: unknown) => boolean][]>();

function testsOf(shape: RowShape): [field: string, test: (value: unknown) => boolean][] {
  let tests = testsByShape.get(shape);
  if (tests === undefined) {
    tests = Object.entries(shape).map(([field, kind]) => [field, TESTS[kind]]);
    testsByShape.set(shape, tests);
  }
  return tests;
}

/**
 * Looks whether a value is a row of a shape.
 *
 * @returns the name of the first field that is not as it should be, `''` where the value is no object at all, or
 *   null where all is well
 */
export function findMisshapen(value: unknown, shape: RowShape): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const row = value as Record<string, unknown>;
  for (const [field, test] of testsOf(shape)) if (!test(row[field])) return field;
  return null;
}
