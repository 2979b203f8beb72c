/** Maximum length of a name in UTF-8 bytes: file systems allow 255, including “ (1)”, `.part` and the like. */
const MAX_NAME_BYTES = 200;

/** Device names reserved by Windows, with any extension (Microsoft, “Naming Files, Paths, and Namespaces”). */
const RESERVED_NAME = /^(?:con|prn|aux|nul|(?:com|lpt)[\d\u00b9\u00b2\u00b3]|conin\$|conout\$|clock\$)$/i;

/** Characters that are special to file systems, shells or note-taking programs; replaced by spaces. */
const REPLACED_CHARACTERS = /[\p{Cc}\p{Z}"*/:<>?\\|#^[\]\u2044\u2215\u29f5\u29f8\uff0f\uff3c]+/gu;
/** Invisible format characters, noncharacters and unpaired surrogates. Joiners are kept, since scripts need them. */
const REMOVED_CHARACTERS =
  /\p{Bidi_Control}|\p{Noncharacter_Code_Point}|\p{Cs}|[\u00ad\u200b\u2060-\u2064\u206a-\u206f\ufeff\u{e0000}-\u{e0fff}]/gu;

const encoder = new TextEncoder();

/** Returns the longest prefix with at most `maxBytes` bytes in UTF-8. */
function truncateToBytes(text: string, maxBytes: number): string {
  // Each UTF-16 unit needs at least one byte.
  const prefix = text.slice(0, maxBytes);
  const { read } = encoder.encodeInto(prefix, new Uint8Array(maxBytes));
  return prefix.slice(0, read);
}

function toBaseName(title: string, maxBytes: number): string {
  // Very long titles are cut first.
  const cleaned = title
    .slice(0, MAX_NAME_BYTES * 16)
    .replace(REMOVED_CHARACTERS, '')
    .replace(REPLACED_CHARACTERS, ' ')
    .normalize('NFC');
  const base = truncateToBytes(cleaned.replace(/^[. ~-]+/, ''), maxBytes).replace(/[. ]+$/, '') || 'Untitled';
  const [device = '', ...rest] = base.split('.');
  return RESERVED_NAME.test(device.trim()) ? [`${device.trim()}_`, ...rest].join('.') : base;
}

/** Normalises a name as file systems do that ignore case and Unicode composition. */
function normaliseName(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase();
}

/** Assigns unique names to the files of one folder. */
export class FileNames {
  readonly #used = new Set<string>();
  /** The next number for each base name. */
  readonly #next = new Map<string, number>();

  /**
   * Makes a file name from a title: safe for file systems, shells and note-taking programs, and unique regardless of
   * case.
   */
  makeUnique(title: string, extension: string): string {
    const base = toBaseName(title, MAX_NAME_BYTES - extension.length - 1);
    const normalised = normaliseName(base);
    let name = `${base}.${extension}`;
    for (let n = this.#next.get(normalised) ?? 2; this.#used.has(normaliseName(name)); n += 1) {
      name = `${base} ${n}.${extension}`;
      this.#next.set(normalised, n + 1);
    }
    this.#used.add(normaliseName(name));
    return name;
  }
}

/** Makes a safe file name from a title, for a single file. */
export function makeFileName(title: string, extension: string): string {
  return new FileNames().makeUnique(title, extension);
}
