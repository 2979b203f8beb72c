import { stripTags } from '../html/strip-tags.ts';
import { removeLead } from './byline-lead.ts';

/** Matches dates, times, template fields and labels, which are not names. */
const NON_NAME =
  /^\d|\d{3,}|\d[:/.]\d|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|[:;<>=*#|]|\.\w+\.\w|min(?:ute)?s? read|^(?:written|researched|reviewed|updated|published|posted|edited|fact)\b|^(?:by|and|or|the|in|on|at|for|share|follow|read|about|home|news)$|^(?:veröffentlicht|aktualisiert|erschienen|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|opublikowano|gepubliceerd|publisert|publicerad|udgivet)(?!\p{L})/iu;
const TAIL_PATTERNS = [
  // A weekday, an agency or a newspaper after the name, without punctuation
  /\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b.*$/i,
  /\s+(?:(?:the )?associated press|reuters|afp|dpa|ansa|efe|bloomberg(?: news)?|usa today|cnn(?: business)?|for (?:the )?\p{Lu}[\p{L} ]+)$/iu,
  /\s*[|•·/]\s.*$/,
  /\s+[-–—]\s.*$/,
  // A section
  /\s+[—–-]?in \p{Lu}.*$/u,
  /,?\s+(?:\d{1,2}:\d\d|\d{1,2}[./]\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|published|updated|posted|on (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d)).*$/i,
  /,\s*(?:the )?(?:[\w-]+ ){0,4}(?:reporter|correspondent|editor|writer|columnist|staff|contributor|journalist|author|analyst|producer|chief|fellow|professor|director|ceo|founder|manager|md|phd|ph\.d\.?|m\.d\.?|ma|rd|rn|cfp|cpa|esq\.?|redakteur\w*|korrespondent\w*)\b.*$/i,
  /\s+\((?:[^)]*)\)\s*$/,
  /\s+(?:is|are) (?:a|an|the) .*$/i,
  /\s*@[\w.]+.*$/,
];
/** Matches words for a subject, a place or a rank between a name and a role: "senior", "political". */
const BEAT_WORD =
  /^(?:senior|junior|chief|deputy|assistant|associate|executive|managing|acting|lead|staff|special|freelance|contributing|roving|principal|political|politics|parliamentary|business|economics?|economy|financial|finance|money|markets|consumer|health|medical|science|climate|environment(?:al)?|energy|education|schools?|religion|religious|social|affairs|home|foreign|diplomatic|defen[cs]e|security|legal|law|court|crime|justice|police|investigations?|investigative|data|technology|tech|digital|media|culture|arts?|music|film|tv|television|books?|theatre|fashion|food|travel|transport|property|housing|sports?|football|cricket|rugby|tennis|golf|racing|chess|local|city|county|regional|national|international|global|world|europe(?:an)?|africa|asia|america|americas|americans|us|u\.s\.|uk|eu|china|russia|india|middle|east|west|north|south|eastern|western|northern|southern|royal|showbiz|entertainment|lifestyle|features?|news|general|breaking|weather|community|and|&|of)$/i;
const ROLE_NOUN =
  /^(?:reporter|correspondent|editor|writer|columnist|journalist|producer|analyst|commentator|critic|contributor|editor-in-chief|\p{L}*redakteur(?:in)?|\p{L}*korrespondent(?:in)?|\p{L}*reporter(?:in)?|\p{L}*journalist(?:in)?|journaliste|chroniqueuse|chroniqueur|rédactrice|rédacteur|periodista|redactora?|corresponsal|giornalista|jornalista|repórter|journaliste|verslaggever|redacteur|correspondente|dziennikark?a?|reportér|redaktor(?:ka)?)$/iu;
/** Minimum number of words of a name before a role. */
const MIN_NAME_WORDS = 2;

/** Removes a role after a name without punctuation: "Jane Doe Political correspondent". */
function removeRole(name: string): string {
  const words = name.split(' ');
  if (words.length <= MIN_NAME_WORDS || !ROLE_NOUN.test(words.at(-1) ?? '')) return name;
  words.pop();
  while (words.length > MIN_NAME_WORDS && BEAT_WORD.test(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

const PLACEHOLDER =
  /^\p{Ll}*admin$|^web\p{Ll}*$|^(?:e-?mail|no author|red\.?|admin(?:istrator)?|webmaster|editor|editors|staff|guest|unknown|none|null|undefined|user|author|anonymous|wordpress|website|n\/?a|by|redaktion|redacción|redazione|la rédaction|redakcja|редакция|view all posts.*)$/iu;
/** Maximum length of a name, in UTF-16 code units and in words. */
const MAX_LENGTH = 70;
const MAX_WORDS = 8;
/** Maximum number of names in a byline. */
const MAX_NAMES = 8;
/** Maximum length of a byline that is read, in UTF-16 code units. */
const MAX_READ_LENGTH = 1000;

/** Matches the legal form at the end of a company name. */
const COMPANY = /(?:^|\s)(?:gmbh|kg|inc|ltd|llc|plc|corp|s\.?a\.?|s\.?r\.?l|b\.?v|pty)\.?$/i;
/** Matches particles in names. */
const PARTICLE =
  /^(?:a[fl]?|an|av|bin|binti|da[sl]?|de[lmnr]?|di|do[s]?|du|e|el|i|ibn|la|le|l[ao]s|och|og|ou|of|op|ten?|ter|the|und|van|vo[mn]|y|zu[mr]?|and|et|for)$/;
/** Matches function words and byline labels in the supported languages, which by themselves are not a name. */
const FUNCTION_WORD =
  /^(?:an?|the|this|that|these|our|your|by|of|from|with|to|in|on|at|for|and|or|is|article|story|text|post|page|author|autor(?:in|ka|e|a)?|auteure?|von|vom|der|die|das|den|dem|des|ein(?:e[rmns]?)?|und|oder|mit|für|aus|bei|zum|zur|im|am|auf|artikel|par|pour|avec|sur|dans|le|la|les|un|une|de|du|des|au|aux|et|ou|l['’]article|por|para|con|en|el|los|las|una|del|al|y|artículo|di|da|do|dos|das|dei|della|delle|dell['’]articolo|il|lo|gli|e|ed|per|nel|um|uma|com|o|os|as|em|artigo|door|van|het|een|met|voor|op|av|af|og|och|med|til|till|för|fra|från|i|na|w|z|ze|od|do|przez|dla|oraz|artykułu?|pro|ve|ile|tarafından|от|из|и|в|на|по|для|с|автор|від|та|з|зі|у|й)[:.,]?$/iu;

const TEXT_NOUN = /^(?:article|story|text|post|page|artikel|artículo|artigo|artykułu?)$/i;

/** Whether a name consists of function words. Several capitalised ones can be a name (`Le Van`, `Do An`). */
function isFunctionWords(name: string): boolean {
  const words = name.split(' ');
  if (!words.every((word) => FUNCTION_WORD.test(word))) return false;
  return words.length === 1 || words.some((word) => !/^\p{Lu}/u.test(word) || TEXT_NOUN.test(word));
}

/** Maximum number of lower-case words in a name. */
const MAX_LOWER_CASE_WORDS = 1;

/** Whether a text is a fragment of a sentence, with lower-case words that names don't contain. */
const isSentenceFragment = (name: string): boolean => {
  const words = name.split(' ').filter((word) => /^\p{Ll}/u.test(word) && !PARTICLE.test(word));
  return words.length > MAX_LOWER_CASE_WORDS || (words.length > 0 && SENTENCE_WORD.test(name));
};
const SENTENCE_WORD =
  /\s(?:to|on|with|about|from|is|are|was|this|that|your|our|auf|mit|für|sur|pour|sobre|con)\s/;

/** Matches words in names of institutions, which can contain acronyms: "ABC NEWS". */
const INSTITUTION_WORD =
  /(?:^|\s)(?:inst\p{L}*|news|times|post|press|media|radio|university|college|cent(?:er|re)|group)(?:\s|$)/iu;

/** Converts a name in capitals: "MARÍA DE LA O'SHEA" to "María de la O'Shea". A single word may be an acronym and stays. */
function convertCapitals(name: string): string {
  const words = name.split(' ');
  if (words.length < 2 || /\p{Ll}/u.test(name) || !words.every((word) => /^[\p{Lu}\p{M}.'’-]+$/u.test(word)))
    return name;
  // If all words are short, they may be acronyms, which rarely have more than three letters.
  if (!words.some((word) => word.length > 3 && !word.includes('.')) || INSTITUTION_WORD.test(name))
    return name;
  return words
    .map((word, at) => {
      if (/^[IVX]+$/.test(word)) return word;
      const lowerCase = word.toLowerCase();
      if (at > 0 && at < words.length - 1 && PARTICLE.test(lowerCase)) return lowerCase;
      return lowerCase.replace(/(?:^mc|^|[-.'’])\p{Ll}/gu, (start) =>
        start.startsWith('mc') ? `Mc${start.slice(2).toUpperCase()}` : start.toUpperCase(),
      );
    })
    .join(' ');
}

/**
 * Removes everything but the name from a byline for one person.
 *
 * @param lang the page's language (BCP 47), or null if it is unknown
 * @returns null if no name is left
 */
export function cleanName(byline: string, lang: string | null = null): string | null {
  let name = stripTags(byline.slice(0, MAX_READ_LENGTH))
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  if (/^https?:|^www\.|^\/|@.*\.\w+$|[{}]/.test(name)) return null;
  name = removeLead(name, lang);
  for (const tail of TAIL_PATTERNS) name = name.replace(tail, '');
  name = removeRole(name);
  name = name.replace(/^[\s,;:|·•\-–—]+|[\s,;:|·•\-–—]+$/g, '').trim();
  if (name.length < 2 || name.length > MAX_LENGTH || PLACEHOLDER.test(name) || NON_NAME.test(name))
    return null;
  if (name.split(' ').length > MAX_WORDS || !/\p{L}/u.test(name) || /[!?]/.test(name)) return null;
  if (isFunctionWords(name) || isSentenceFragment(name)) return null;
  return convertCapitals(name);
}

const ROLE =
  /\b(?:reporter|correspondent|editor|writer|columnist|staff|contributor|journalist|analyst|producer|chief|fellow|professor|director|ceo|founder|manager|president|redakteur\w*|korrespondent\w*|journaliste|rédact\w+|periodista|redactora?)\b/i;
const NAME_SEPARATOR =
  /\s*(?:,|;|&|(?<=\s)(?:and|And|AND|und|et|y|e|og|och|ja|ve|i|и|та|і))\s+(?=\p{Lu}|\p{Lo}|(?:dpa|afp|ap|epd|kna|sda|apa|ansa|efe|rtr|sid|ots)\b)/u;

/** Converts "Doe, Jane" to "Jane Doe" if there are several entries, so that the comma can't separate two authors. */
function restoreNameOrder(name: string, entryCount: number): string {
  const parts = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}'’.-]*(?: \p{Lu}\.?)?)$/u.exec(name);
  return parts !== null && entryCount > 1 ? `${parts[2]} ${parts[1]}` : name;
}

/** Whether a name is a login or a placeholder instead of a person's name. */
export const isLoginName = (name: string): boolean =>
  !/\p{Lu}|\p{Lo}/u.test(name) || /^[\w.-]*[._]\w+$/.test(name);

/** Matches two or three capitalised words that don't belong to an institution. */
const FULL_NAME =
  /^(?!.*\b(?:Inst\p{L}*|News|Times|Post|Press|Media|University|College|Center|Centre|Group|Inc|Ltd|LLC)\b)\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){1,2}$/u;
const CREDITS = /(?:^|[,;] ?)\p{Ll}+: ?\S.*[,;] ?\p{Ll}+: ?\S/u;

/**
 * Extracts the names from bylines.
 *
 * @param bylines printed bylines, or names from metadata
 * @param lang the page's language (BCP 47), or null if it is unknown
 * @returns the names, separated by commas; null if there are none
 */
export function cleanByline(bylines: readonly string[], lang: string | null = null): string | null {
  const names: string[] = [];
  for (const byline of bylines) {
    const printed = byline
      .slice(0, MAX_READ_LENGTH)
      .replace(/[\s\u00a0]+/g, ' ')
      .trim();
    // "content: The Daily, code: Jane Doe" are credits of the site.
    if (CREDITS.test(printed)) continue;
    const nameList = removeLead(restoreNameOrder(printed, bylines.length), lang);
    let isRole = false;
    let isAfterSection = false;
    for (const part of nameList.split(NAME_SEPARATOR)) {
      if (names.length === MAX_NAMES) return names.join(', ');
      // After a name, there can also be the person's role, followed by their institution.
      const isNewRole = names.length > 0 && ROLE.test(part);
      isRole = isNewRole || (isRole && !FULL_NAME.test(part));
      // "in News, Business" are sections.
      if (isAfterSection && !part.includes(' ')) continue;
      isAfterSection = /\s[—–-]?in \p{Lu}/u.test(part);
      const name = isRole ? null : cleanName(part, lang);
      // A company can be followed by its location.
      if (name !== null && COMPANY.test(name)) isRole = true;
      if (name !== null && !names.some((other) => other.toLowerCase() === name.toLowerCase()))
        names.push(name);
    }
  }
  return names.length === 0 ? null : names.join(', ');
}
