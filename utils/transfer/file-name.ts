/** Longest name, in UTF-16 units; with a number and an ending it stays under every file system's limit. */
const LONGEST = 80;

/** Names that Windows keeps for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A title as a file's name: nothing that a file system, a shell or a note-taking program minds.
 *
 * @param taken names that are used already, folded; gets this one
 */
export function fileNameOf(title: string, ending: string, taken: Set<string> = new Set()): string {
  const base =
    title
      // biome-ignore lint/suspicious/noControlCharactersInRegex: no file name may have them
      .replace(/[\u0000-\u001f\u007f"*/:<>?\\|#^[\]]/g, ' ')
      .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, LONGEST)
      .replace(/[\ud800-\udbff]$/, '')
      .replace(/^[. ]+|[. ]+$/g, '') || 'Untitled';
  const safe = RESERVED.test(base) ? `${base}_` : base;
  let name = `${safe}.${ending}`;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${safe} ${n}.${ending}`;
  taken.add(name.toLowerCase());
  return name;
}
