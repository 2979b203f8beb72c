import { plain, plainOrNull } from '../../../web-address.ts';
import type { ImportRecord } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { textOfHtml, textOfTitle } from '../../parsing/html-text.ts';
import { fieldOf, hasKey, jsonFormat, listOf, textOf } from '../../parsing/json-elements.ts';
import { articleNote, isoDate, readNames, readTime } from '../../parsing/read-fields.ts';

/** Reads a name: family and given name, or a literal. */
function nameOf(person: unknown): string {
  const literal = plain(fieldOf(person, 'literal'));
  if (literal !== '') return literal;
  const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'];
  return plain(parts.map((part) => plain(fieldOf(person, part))).join(' '));
}

/** Reads a date: `{"date-parts": [[2024, 1, 31]]}`, with numbers or strings, or free text. */
function dateOf(value: unknown): string | null {
  const parts = listOf(listOf(fieldOf(value, 'date-parts'))[0]);
  return isoDate(parts) ?? plainOrNull(fieldOf(value, 'raw') ?? fieldOf(value, 'literal'));
}

function toRecord(item: unknown, at: string): ImportRecord {
  const doi = textOf(fieldOf(item, 'DOI'));
  const authors = listOf(fieldOf(item, 'author'))
    .map(nameOf)
    .filter((name) => name !== '');
  return makeRecord(at, textOf(fieldOf(item, 'URL')) ?? (doi === null ? null : `https://doi.org/${doi}`), {
    title: textOfTitle(textOf(fieldOf(item, 'title')) ?? ''),
    byline: plainOrNull(authors.join(', ')),
    siteName: plainOrNull(fieldOf(item, 'container-title') ?? fieldOf(item, 'publisher')),
    publishedAt: dateOf(fieldOf(item, 'issued')),
    lang: plainOrNull(fieldOf(item, 'language')),
    excerpt: plainOrNull(textOfHtml(textOf(fieldOf(item, 'abstract')) ?? '')),
    savedAt: readTime(dateOf(fieldOf(item, 'accessed'))),
    tags: readNames(fieldOf(item, 'keyword')),
    highlights: articleNote(fieldOf(item, 'note'), fieldOf(item, 'annote')),
  });
}

/** Types of the Citation Style Language 1.0.2, with or without a hyphen. */
const TYPES =
  /^(?:article(?:-(?:journal|magazine|newspaper))?|bill|book|broadcast|chapter|classic|collection|dataset|document|entry(?:-(?:dictionary|encyclopedia))?|event|figure|graphic|hearing|interview|legal_case|legislation|manuscript|map|motion_picture|musical_score|pamphlet|paper-conference|patent|performance|periodical|personal_communication|post(?:-weblog)?|regulation|report|review(?:-book)?|software|song|speech|standard|thesis|treaty|webpage)$/;

/** CSL-JSON, as Zotero and others write it: `[{id, type, title, author, issued, URL, abstract, note, keyword}]`. */
export const CSL_JSON = jsonFormat({
  name: 'cslJson',
  key: null,
  fitsFirst: (item) =>
    TYPES.test(textOf(fieldOf(item, 'type')) ?? '') &&
    ['issued', 'author', 'URL', 'container-title', 'accessed', 'DOI'].some((key) => hasKey(item, key)),
  toRecord,
});
