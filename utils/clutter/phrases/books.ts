import type { KnownLanguage } from '../../article/guess-language.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { PhraseBook } from './phrase-book.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { uk } from './uk.ts';

/** What sites beg with, in every language there is a book for. */
export const PHRASE_BOOKS: Readonly<Record<KnownLanguage, PhraseBook>> = { de, en, es, fr, it, pl, pt, uk };
