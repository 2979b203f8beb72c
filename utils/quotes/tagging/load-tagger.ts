import { knowTagger, taggerCode, taggerFor } from './known-taggers.ts';
import type { TaggerFile } from './tagger.ts';

/** As text, since that is read several times faster than a module with as many objects, and needs no types. */
const WEIGHTS: Readonly<Record<string, () => Promise<{ default: string }>>> = {
  cs: () => import('./weights/cs.json?raw'),
  da: () => import('./weights/da.json?raw'),
  de: () => import('./weights/de.json?raw'),
  en: () => import('./weights/en.json?raw'),
  es: () => import('./weights/es.json?raw'),
  fr: () => import('./weights/fr.json?raw'),
  it: () => import('./weights/it.json?raw'),
  nl: () => import('./weights/nl.json?raw'),
  no: () => import('./weights/no.json?raw'),
  pl: () => import('./weights/pl.json?raw'),
  pt: () => import('./weights/pt.json?raw'),
  ru: () => import('./weights/ru.json?raw'),
  sv: () => import('./weights/sv.json?raw'),
  tr: () => import('./weights/tr.json?raw'),
  uk: () => import('./weights/uk.json?raw'),
};

/**
 * Loads the tagger of a language, once, and makes it known.
 *
 * @param language BCP 47
 * @returns whether there is one
 */
export async function loadTaggerOf(language: string): Promise<boolean> {
  if (taggerFor(language)) return true;
  const code = taggerCode(language);
  const load = Object.hasOwn(WEIGHTS, code) ? WEIGHTS[code] : undefined;
  if (!load) return false;
  knowTagger(code, JSON.parse((await load()).default) as TaggerFile);
  return true;
}
