/**
 * A later version may write what this one can't hold: fields that it does not know, or a colour that it shows as another
 * one. What is here then is no change of the user's, and must not be told to the others as one.
 */
import type { Json } from './field.ts';
import { isSameValue, type SyncRecord, valuesOf } from './record.ts';

type Values = ReadonlyMap<string, Json>;

/** By field, what is here in the place of the value that is known; null: nothing. */
export type Shown = Readonly<Record<string, Json>>;

/** What is here, as it is known where it is shown as something else and the user has not changed that. */
export function unmask(here: Values, known: SyncRecord, shown: Shown = {}): Map<string, Json> {
  const values = new Map(here);
  if (Object.keys(shown).length === 0) return values;
  const held = valuesOf(known);
  for (const [name, value] of Object.entries(shown)) {
    const meant = held.get(name);
    if (meant !== undefined && isSameValue(here.get(name) ?? null, value)) values.set(name, meant);
  }
  return values;
}

/** Not read back: pictures come later, and a tag may be another one here. */
const NOT_SHOWN = /^(?:link|identity|missing|picture:.*|tag:.*)$/s;

/**
 * @param wanted what was written
 * @param back what is here after that
 */
export function shownAs(wanted: Values, back: Values): Shown {
  const others = [...wanted].filter(
    ([name, value]) => !NOT_SHOWN.test(name) && !isSameValue(back.get(name), value),
  );
  return Object.fromEntries(others.map(([name]) => [name, back.get(name) ?? null]));
}

/** What still holds of it after fields were changed here. */
export function stillShown(shown: Shown = {}, known: SyncRecord, end: SyncRecord): Shown {
  if (Object.keys(shown).length === 0) return shown;
  const [before, after] = [valuesOf(known), valuesOf(end)];
  return Object.fromEntries(
    Object.entries(shown).filter(([name]) => isSameValue(before.get(name), after.get(name))),
  );
}
