/**
 * Files that can't be imported although other files of the same products can. They are recognised only to tell the user
 * which file to choose instead.
 */
import type { TransferErrorCode } from '../transfer-error.ts';
import type { ArchiveFile, FileHead } from './format-types.ts';
import { filterOpenTags } from './parsing/html-tokens.ts';
import { getField, hasField, toArray, toStringOrNull } from './parsing/json-elements.ts';

interface UnsupportedFile {
  /** Its message names the file to choose instead. */
  code: TransferErrorCode;
  /** Whether a file is of this kind. */
  matches?: (head: FileHead) => boolean;
  /** Whether an archive is of this kind. */
  matchesArchive?: (names: ReadonlySet<string>) => boolean;
}

/** The beginnings of Mozilla's compressed JSON, and of a binary property list with bookmarks of Safari. */
const BROWSER_BYTES = /^(?:mozLz40\0|bplist[\s\S]*WebBookmark)/;

const RIS_START = /^TY {1,2}- ?[A-Z]/;
/** The first entry of BibTeX, after comments. Elsewhere, an entry may be part of a note. */
const BIBTEX_START =
  /^(?:\s|%[^\n]*\n)*@(?:(?:comment|string|preamble)\b|[a-z]+[ \t]*[{(]\s*[^\s,{}()=]+\s*,)/i;

/** Recognises an item of CSL-JSON by names that only it has, or by a date in parts. */
const isCslItem = (item: unknown): boolean =>
  hasField(item, 'type') &&
  (['container-title', 'DOI'].some((name) => hasField(item, name)) ||
    ['issued', 'accessed'].some((name) => hasField(getField(item, name), 'date-parts')));

const UNSUPPORTED_FILES: readonly UnsupportedFile[] = [
  {
    // `Bookmarks` of Chromium browsers, `.json` and `.jsonlz4` of Firefox, `Bookmarks.plist` of Safari.
    code: 'browserFile',
    matches: (head) => {
      if (head.kind === 'binary') return BROWSER_BYTES.test(String.fromCharCode(...head.bytes));
      if (head.kind === 'markup') return /<plist\b[\s\S]*WebBookmark/i.test(head.text);
      if (head.kind !== 'json') return false;
      const type = toStringOrNull(getField(head.value, 'type')) ?? '';
      return hasField(getField(head.value, 'roots'), 'bookmark_bar') || type.startsWith('text/x-moz-place');
    },
  },
  {
    code: 'references',
    matches: (head) => {
      if (head.kind === 'text') return RIS_START.test(head.text) || BIBTEX_START.test(head.text);
      return head.kind === 'json' && isCslItem(toArray(head.value)[0]);
    },
  },
  {
    code: 'evernote',
    matches: (head) => head.kind === 'markup' && /<en-export[\s>]/.test(head.text.slice(0, 4096)),
  },
  {
    // Of Pinboard, formerly of Delicious.
    code: 'postsXml',
    matches: (head) => head.kind === 'markup' && filterOpenTags(head.tokens)[0]?.tag === 'posts',
  },
  {
    // Readeck's archive: a folder for each bookmark, with its metadata.
    code: 'readeckArchive',
    matchesArchive: (names) => [...names].some((name) => /(?:^|\/)bookmarks\/[^/]+\/info\.json$/.test(name)),
  },
  {
    // EPUB, of Offprint or of another program.
    code: 'book',
    matchesArchive: (names) => names.has('mimetype') && names.has('META-INF/container.xml'),
  },
];

/** Recognises a file that can't be imported. Returns the code of its message, or null. */
export function findUnsupportedFile(head: FileHead): TransferErrorCode | null {
  return UNSUPPORTED_FILES.find(({ matches }) => matches?.(head))?.code ?? null;
}

/** Recognises an archive that can't be imported by the names of its files. Returns the code of its message, or null. */
export function findUnsupportedArchive(files: readonly ArchiveFile[]): TransferErrorCode | null {
  const names = new Set(files.map(({ name }) => name));
  return UNSUPPORTED_FILES.find(({ matchesArchive }) => matchesArchive?.(names))?.code ?? null;
}
