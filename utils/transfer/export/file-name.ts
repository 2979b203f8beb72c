/** Bytes of UTF-8 a name may have: file systems take 255, of which some go to “ (1)”, `.part` and the like. */
const MOST_BYTES = 200;

/** Names that Windows keeps for devices, with any ending (Microsoft, “Naming Files, Paths, and Namespaces”). */
const RESERVED = /^(?:con|prn|aux|nul|(?:com|lpt)[\d\u00b9\u00b2\u00b3]|conin\$|conout\$|clock\$)$/i;

/** What file systems, shells and note-taking programs mind: they get a blank. */
const BLANKED = /[\p{Cc}\p{Z}"*/:<>?\\|#^[\]\u2044\u2215\u29f5\u29f8\uff0f\uff3c]+/gu;
/** What can't be seen and changes what is seen, noncharacters and half pairs. Joiners stay: scripts need them. */
const DROPPED =
  /\p{Bidi_Control}|\p{Noncharacter_Code_Point}|\p{Cs}|[\u00ad\u200b\u2060-\u2064\u206a-\u206f\ufeff\u{e0000}-\u{e0fff}]/gu;

const encoder = new TextEncoder();

/** The longest start of a text that has at most so many bytes, between two characters. */
function cutBytes(text: string, most: number): string {
  // Fewer bytes than units there are never.
  const start = text.slice(0, most);
  const { read } = encoder.encodeInto(start, new Uint8Array(most));
  return start.slice(0, read);
}

function baseOf(title: string, most: number): string {
  // The rest of a title of megabytes is cut off all the same.
  const plain = title
    .slice(0, MOST_BYTES * 16)
    .replace(DROPPED, '')
    .replace(BLANKED, ' ')
    .normalize('NFC');
  const base = cutBytes(plain.replace(/^[. ~-]+/, ''), most).replace(/[. ]+$/, '') || 'Untitled';
  const [device = '', ...rest] = base.split('.');
  return RESERVED.test(device.trim()) ? [`${device.trim()}_`, ...rest].join('.') : base;
}

/** What file systems that heed neither case nor composition take for the same. */
function fold(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase();
}

/** Names of the files of one folder. */
export class FileNames {
  readonly #taken = new Set<string>();
  /** The number that the next of the same base gets. */
  readonly #next = new Map<string, number>();

  /**
   * A title as a file's name: nothing that a file system, a shell or a note-taking program minds, and unlike every
   * other name given so far, whatever its case.
   */
  nameOf(title: string, ending: string): string {
    const base = baseOf(title, MOST_BYTES - ending.length - 1);
    const folded = fold(base);
    let name = `${base}.${ending}`;
    for (let n = this.#next.get(folded) ?? 2; this.#taken.has(fold(name)); n += 1) {
      name = `${base} ${n}.${ending}`;
      this.#next.set(folded, n + 1);
    }
    this.#taken.add(fold(name));
    return name;
  }
}

/** The name of a file that stands alone. */
export function fileNameOf(title: string, ending: string): string {
  return new FileNames().nameOf(title, ending);
}
