/** What a character is to the tokenizer. */
export const LETTER = 1;
export const MARK = 2;
export const DIGIT = 3;
export const SPACE = 4;
const OTHER = 5;

/** Kinds met so far by UTF-16 unit; 0 where none was met. */
const kinds = new Uint8Array(0x10000);

function classify(char: string): number {
  if (/\s/.test(char)) return SPACE;
  const code = char.charCodeAt(0);
  // Latin with its extensions, and Cyrillic: patterns for whole classes take milliseconds to get ready.
  const latin = code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7;
  if (latin || (code >= 0x400 && code < 0x482) || (code >= 0x48a && code < 0x530)) return LETTER;
  // General punctuation.
  if (code < 0x80 || (code >= 0x2000 && code < 0x2070)) {
    if (/[a-z]/i.test(char)) return LETTER;
    return /\d/.test(char) ? DIGIT : OTHER;
  }
  if (/\p{L}/u.test(char)) return LETTER;
  if (/\p{N}/u.test(char)) return DIGIT;
  return /\p{M}/u.test(char) ? MARK : OTHER;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

/** UTF-16 units of the character at `at`. */
function widthAt(text: string, at: number): number {
  if (!isHigh(text.charCodeAt(at))) return 1;
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** The kind of the character at `at`. */
export function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (isHigh(unit)) return classify(String.fromCodePoint(text.codePointAt(at) ?? unit));
  const known = kinds[unit] ?? 0;
  if (known !== 0) return known;
  const kind = classify(text.charAt(at));
  kinds[unit] = kind;
  return kind;
}

/** Where the run of characters of the given kinds ends that begins at `at`. */
function endOfRun(text: string, at: number, to: number, isOne: (kind: number) => boolean): number {
  let end = at;
  while (end < to && isOne(kindAt(text, end))) end += widthAt(text, end);
  return end;
}

const isLetter = (kind: number): boolean => kind === LETTER;
const isDigit = (kind: number): boolean => kind === DIGIT;
const isInWord = (kind: number): boolean => kind === LETTER || kind === DIGIT || kind === MARK;

/** Joined to the word in front by one of these when a letter or digit follows: "l'État", "U.S", "AT&T", "co-op". */
function endOfWord(text: string, at: number, to: number): number {
  let end = endOfRun(text, at, to, isInWord);
  while (end + 1 < to && ".'’&-‑".includes(text.charAt(end))) {
    const next = kindAt(text, end + 1);
    if (next !== LETTER && next !== DIGIT) break;
    end = endOfRun(text, end + 1, to, isInWord);
  }
  return end;
}

/** A run that `joint` joins, again and again, to runs of one kind. */
function endOfJoined(
  text: string,
  at: number,
  to: number,
  joints: string,
  isOne: (kind: number) => boolean,
): number {
  let end = at;
  while (end < to && joints.includes(text.charAt(end))) {
    const next = endOfRun(text, end + 1, to, isOne);
    if (next === end + 1) break;
    end = next;
  }
  return end;
}

/** "3,210", "10:30", "46-year-old", "1990s", "5%". */
function endOfNumber(text: string, at: number, to: number): number {
  let end = endOfRun(text, at, to, isDigit);
  end = endOfJoined(text, end, to, '.,:', isDigit);
  end = endOfJoined(text, end, to, '-‑', isLetter);
  while (end < to && (text.charAt(end) === '%' || kindAt(text, end) === LETTER)) end += widthAt(text, end);
  return end;
}

/**
 * Where the token ends that begins at `at`, before `to`: a word, a number, an ellipsis, a typed dash of two or three
 * hyphens, or one character of another kind. `kind` is the kind of its first character, no space.
 */
export function endOfToken(text: string, at: number, to: number, kind: number): number {
  if (kind === LETTER) return endOfWord(text, at, to);
  if (kind === DIGIT) return endOfNumber(text, at, to);
  const char = text.charAt(at);
  if (char === '.') return at + 2 < to && text.startsWith('...', at) ? at + 3 : at + 1;
  if (char !== '-') return at + widthAt(text, at);
  let end = at + 1;
  while (end < to && end < at + 3 && text.charAt(end) === '-') end++;
  return end;
}
