import type { KnownLanguage } from '../../article/guess-language.ts';
import { de } from './de.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { PhraseBook } from './phrase-book.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { uk } from './uk.ts';

export type PhraseBooks = Readonly<Record<Exclude<KnownLanguage, 'en'>, PhraseBook>>;

/** Every language but English, which is always there: papers in other languages beg in English too. */
export const BOOKS: PhraseBooks = { de, es, fr, it, pl, pt, uk };
