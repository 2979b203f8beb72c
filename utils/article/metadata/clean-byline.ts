import { stripTags } from '../html/strip-tags.ts';

const LEADS =
  /^[\s|·•\-–—,:]*(?:(?:(?:written|posted|published|reported|reviewed|story|text|words|report|analysis|article|opinion|created|photographs?|fotos?|interview|edited) )?(?:by|von|par|por|di|da|door|av|af|przez|autor|autorka|autore|auteur|author|authors|редактор|автор|текст|от|από|yazan|oleh|text|texte|texto)\b\s*:?|作者[:：]?|文[:：/／]|記者|记者)\s*/i;
/** "ByJane Doe": the space was a margin. */
const GLUED_BY = /^By(?=\p{Lu}\p{Ll})/u;
/** No person is called by a date, a clock or a field of a template. */
const NO_NAME =
  /^\d|\d{3,}|\d[:/.]\d|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|[:;<>=*#|]|\.\w+\.\w|min(?:ute)?s? read|^(?:written|researched|reviewed|updated|published|posted|edited|fact)\b|^(?:by|and|or|the|in|on|at|for|share|follow|read|about|home|news)$/i;
const TAILS = [
  // A weekday, an agency and a paper printed after the name without a mark between.
  /\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b.*$/i,
  /\s+(?:(?:the )?associated press|reuters|afp|dpa|ansa|efe|bloomberg(?: news)?|usa today|cnn(?: business)?|for (?:the )?\p{Lu}[\p{L} ]+)$/iu,
  /\s*[|•·/]\s.*$/,
  /\s+[-–—]\s.*$/,
  /,?\s+(?:\d{1,2}:\d\d|\d{1,2}[./]\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|published|updated|posted|on (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d)).*$/i,
  /,\s*(?:the )?(?:[\w-]+ ){0,4}(?:reporter|correspondent|editor|writer|columnist|staff|contributor|journalist|author|analyst|producer|chief|fellow|professor|director|ceo|founder|manager|md|phd|ph\.d\.?|m\.d\.?|ma|rd|rn|cfp|cpa|esq\.?|redakteur\w*|korrespondent\w*)\b.*$/i,
  /\s+\((?:[^)]*)\)\s*$/,
  /\s+(?:is|are) (?:a|an|the) .*$/i,
  /\s*@[\w.]+.*$/,
];
const NOBODY =
  /^\p{Ll}*admin$|^web\p{Ll}*$|^(?:e-?mail|no author|red\.?|cnn|associated press|admin(?:istrator)?|webmaster|editor|editors|staff|guest|unknown|none|null|undefined|user|author|anonymous|wordpress|website|n\/?a|by|redaktion|redacción|redazione|la rédaction|redakcja|редакция|view all posts.*)$/iu;
const LONGEST = 70;
const MOST_WORDS = 8;
/** Names that a byline lists. */
const MOST_NAMES = 8;
/** What is read of a printed or stated byline: a name, and what sites print behind it. In UTF-16 units. */
const LONGEST_STATED = 1000;

/** @returns the name alone, or null where nothing name-like is left */
export function cleanName(stated: string): string | null {
  let name = stripTags(stated.slice(0, LONGEST_STATED))
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  if (/^https?:|^www\.|^\/|@.*\.\w+$|[{}]/.test(name)) return null;
  name = name.replace(GLUED_BY, '').replace(LEADS, '');
  for (const tail of TAILS) name = name.replace(tail, '');
  name = name.replace(/^[\s,;:|·•\-–—]+|[\s,;:|·•\-–—]+$/g, '').trim();
  if (name.length < 2 || name.length > LONGEST || NOBODY.test(name) || NO_NAME.test(name)) return null;
  if (name.split(' ').length > MOST_WORDS || !/\p{L}/u.test(name) || /[!?]/.test(name)) return null;
  return name;
}

const ROLE =
  /\b(?:reporter|correspondent|editor|writer|columnist|staff|contributor|journalist|analyst|producer|chief|fellow|professor|director|ceo|founder|manager|president|redakteur\w*|korrespondent\w*|journaliste|rédact\w+|periodista|redactora?)\b/i;
const LISTED = /\s*(?:,|;|\band\b|\bund\b|\bet\b|\by\b|&|\be\b(?= \p{Lu}))\s+(?=\p{Lu}|\p{Lo})/u;

/** Libraries list "Doe, Jane": one comma, and each author in an entry of his own. */
function unswap(name: string, entries: number): string {
  const parts = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}'’.-]*(?: \p{Lu}\.?)?)$/u.exec(name);
  return parts !== null && entries > 1 ? `${parts[2]} ${parts[1]}` : name;
}

/** @returns whether a name is a log-in or a placeholder rather than what a person would call somebody */
export const isHandle = (name: string): boolean =>
  !/\p{Lu}|\p{Lo}/u.test(name) || /^[\w.-]*[._]\w+$/.test(name);

/** Two or three words with capitals, and none that names an institution. */
const FULL_NAME =
  /^(?!.*\b(?:Inst\p{L}*|News|Times|Post|Press|Media|University|College|Center|Centre|Group|Inc|Ltd|LLC)\b)\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){1,2}$/u;
const OFFICES = /(?:^|[,;] ?)\p{Ll}+: ?\S.*[,;] ?\p{Ll}+: ?\S/u;

/** @param stated one printed byline or several names */
export function cleanByline(stated: readonly string[]): string | null {
  const names: string[] = [];
  for (const one of stated) {
    const printed = one
      .slice(0, LONGEST_STATED)
      .replace(/[\s\u00a0]+/g, ' ')
      .trim();
    // "content: The Daily, code: Jane Doe" lists who made the site.
    if (OFFICES.test(printed)) continue;
    const whole = unswap(printed, stated.length).replace(GLUED_BY, '').replace(LEADS, '');
    let inOffice = false;
    for (const part of whole.split(LISTED)) {
      if (names.length === MOST_NAMES) return names.join(', ');
      // What follows a name and a comma is as often an office as another name, and then the house it is held in.
      const isOffice = names.length > 0 && ROLE.test(part);
      inOffice = isOffice || (inOffice && !FULL_NAME.test(part));
      const name = inOffice ? null : cleanName(part);
      if (name !== null && !names.some((known) => known.toLowerCase() === name.toLowerCase()))
        names.push(name);
    }
  }
  return names.length === 0 ? null : names.join(', ');
}
