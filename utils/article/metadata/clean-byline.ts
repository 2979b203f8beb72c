import { stripTags } from '../html/strip-tags.ts';
import { withoutLead } from './byline-lead.ts';

/** Dates, times and template fields, which are not names. */
const NO_NAME =
  /^\d|\d{3,}|\d[:/.]\d|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|[:;<>=*#|]|\.\w+\.\w|min(?:ute)?s? read|^(?:written|researched|reviewed|updated|published|posted|edited|fact)\b|^(?:by|and|or|the|in|on|at|for|share|follow|read|about|home|news)$|^(?:veröffentlicht|aktualisiert|erschienen|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|opublikowano|gepubliceerd|publisert|publicerad|udgivet)(?!\p{L})/iu;
const TAILS = [
  // A weekday, an agency and a paper printed after the name without punctuation.
  /\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b.*$/i,
  /\s+(?:(?:the )?associated press|reuters|afp|dpa|ansa|efe|bloomberg(?: news)?|usa today|cnn(?: business)?|for (?:the )?\p{Lu}[\p{L} ]+)$/iu,
  /\s*[|•·/]\s.*$/,
  /\s+[-–—]\s.*$/,
  // Sections.
  /\s+[—–-]?in \p{Lu}.*$/u,
  /,?\s+(?:\d{1,2}:\d\d|\d{1,2}[./]\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|published|updated|posted|on (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d)).*$/i,
  /,\s*(?:the )?(?:[\w-]+ ){0,4}(?:reporter|correspondent|editor|writer|columnist|staff|contributor|journalist|author|analyst|producer|chief|fellow|professor|director|ceo|founder|manager|md|phd|ph\.d\.?|m\.d\.?|ma|rd|rn|cfp|cpa|esq\.?|redakteur\w*|korrespondent\w*)\b.*$/i,
  /\s+\((?:[^)]*)\)\s*$/,
  /\s+(?:is|are) (?:a|an|the) .*$/i,
  /\s*@[\w.]+.*$/,
];
/** Subjects, places and ranks between a name and the following role. */
const BEAT =
  /^(?:senior|junior|chief|deputy|assistant|associate|executive|managing|acting|lead|staff|special|freelance|contributing|roving|principal|political|politics|parliamentary|business|economics?|economy|financial|finance|money|markets|consumer|health|medical|science|climate|environment(?:al)?|energy|education|schools?|religion|religious|social|affairs|home|foreign|diplomatic|defen[cs]e|security|legal|law|court|crime|justice|police|investigations?|investigative|data|technology|tech|digital|media|culture|arts?|music|film|tv|television|books?|theatre|fashion|food|travel|transport|property|housing|sports?|football|cricket|rugby|tennis|golf|racing|chess|local|city|county|regional|national|international|global|world|europe(?:an)?|africa|asia|america|americas|americans|us|u\.s\.|uk|eu|china|russia|india|middle|east|west|north|south|eastern|western|northern|southern|royal|showbiz|entertainment|lifestyle|features?|news|general|breaking|weather|community|and|&|of)$/i;
const ROLE_NOUN =
  /^(?:reporter|correspondent|editor|writer|columnist|journalist|producer|analyst|commentator|critic|contributor|editor-in-chief|\p{L}*redakteur(?:in)?|\p{L}*korrespondent(?:in)?|\p{L}*reporter(?:in)?|\p{L}*journalist(?:in)?|journaliste|chroniqueuse|chroniqueur|rédactrice|rédacteur|periodista|redactora?|corresponsal|giornalista|jornalista|repórter|journaliste|verslaggever|redacteur|correspondente|dziennikark?a?|reportér|redaktor(?:ka)?)$/iu;
/** Minimum number of words of a name before a role. */
const MIN_NAME_WORDS = 2;

/** Removes a role printed after a name without punctuation: "Jane Doe Political correspondent". */
function withoutRole(name: string): string {
  const words = name.split(' ');
  if (words.length <= MIN_NAME_WORDS || !ROLE_NOUN.test(words.at(-1) ?? '')) return name;
  words.pop();
  while (words.length > MIN_NAME_WORDS && BEAT.test(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

const NOBODY =
  /^\p{Ll}*admin$|^web\p{Ll}*$|^(?:e-?mail|no author|red\.?|admin(?:istrator)?|webmaster|editor|editors|staff|guest|unknown|none|null|undefined|user|author|anonymous|wordpress|website|n\/?a|by|redaktion|redacción|redazione|la rédaction|redakcja|редакция|view all posts.*)$/iu;
const MAX_LENGTH = 70;
const MAX_WORDS = 8;
/** Maximum number of names in a byline. */
const MAX_NAMES = 8;
/** Limit of a byline that is read, in UTF-16 units. */
const MAX_READ_LENGTH = 1000;

/** Endings of company names, which are not persons'. */
const FIRM = /(?:^|\s)(?:gmbh|kg|inc|ltd|llc|plc|corp|s\.?a\.?|s\.?r\.?l|b\.?v|pty)\.?$/i;
/** Particles in names. */
const PARTICLE =
  /^(?:a[fl]?|an|av|bin|binti|da[sl]?|de[lmnr]?|di|do[s]?|du|e|el|i|ibn|la|le|l[ao]s|och|og|ou|of|op|ten?|ter|the|und|van|vo[mn]|y|zu[mr]?|and|et|for)$/;
/** Function words and labels of bylines in the supported languages, which alone are no name. */
const FUNCTION_WORD =
  /^(?:an?|the|this|that|these|our|your|by|of|from|with|to|in|on|at|for|and|or|is|article|story|text|post|page|author|autor(?:in|ka|e|a)?|auteure?|von|vom|der|die|das|den|dem|des|ein(?:e[rmns]?)?|und|oder|mit|für|aus|bei|zum|zur|im|am|auf|artikel|par|pour|avec|sur|dans|le|la|les|un|une|de|du|des|au|aux|et|ou|l['’]article|por|para|con|en|el|los|las|una|del|al|y|artículo|di|da|do|dos|das|dei|della|delle|dell['’]articolo|il|lo|gli|e|ed|per|nel|um|uma|com|o|os|as|em|artigo|door|van|het|een|met|voor|op|av|af|og|och|med|til|till|för|fra|från|i|na|w|z|ze|od|do|przez|dla|oraz|artykułu?|pro|ve|ile|tarafından|от|из|и|в|на|по|для|с|автор|від|та|з|зі|у|й)[:.,]?$/iu;

const TEXT_NOUN = /^(?:article|story|text|post|page|artikel|artículo|artigo|artykułu?)$/i;

/** Whether all words are function words. Two capitalised ones may be a name (`Le Van`, `Do An`). */
function isFunctionWords(name: string): boolean {
  const words = name.split(' ');
  if (!words.every((word) => FUNCTION_WORD.test(word))) return false;
  return words.length === 1 || words.some((word) => !/^\p{Lu}/u.test(word) || TEXT_NOUN.test(word));
}

/** Maximum number of lower-case words in a name. */
const MAX_SMALL_WORDS = 1;

/** Whether it is a fragment of a sentence, with lower-case words that names do not contain. */
const isScrap = (name: string): boolean => {
  const words = name.split(' ').filter((word) => /^\p{Ll}/u.test(word) && !PARTICLE.test(word));
  return words.length > MAX_SMALL_WORDS || (words.length > 0 && SENTENCE_WORD.test(name));
};
const SENTENCE_WORD =
  /\s(?:to|on|with|about|from|is|are|was|this|that|your|our|auf|mit|für|sur|pour|sobre|con)\s/;

/** Words of institutions' names, which may contain acronyms: "ABC NEWS". */
const INSTITUTION_WORD =
  /(?:^|\s)(?:inst\p{L}*|news|times|post|press|media|radio|university|college|cent(?:er|re)|group)(?:\s|$)/iu;

/** Writes a name in capitals as a name: "MARÍA DE LA O'SHEA" is "María de la O'Shea". One word may be an acronym. */
function withoutCapitals(name: string): string {
  const words = name.split(' ');
  if (words.length < 2 || /\p{Ll}/u.test(name) || !words.every((word) => /^[\p{Lu}\p{M}.'’-]+$/u.test(word)))
    return name;
  // Acronyms rarely have four letters or more.
  if (!words.some((word) => word.length > 3 && !word.includes('.')) || INSTITUTION_WORD.test(name))
    return name;
  return words
    .map((word, at) => {
      if (/^[IVX]+$/.test(word)) return word;
      const small = word.toLowerCase();
      if (at > 0 && at < words.length - 1 && PARTICLE.test(small)) return small;
      return small.replace(/(?:^mc|^|[-.'’])\p{Ll}/gu, (start) =>
        start.startsWith('mc') ? `Mc${start.slice(2).toUpperCase()}` : start.toUpperCase(),
      );
    })
    .join(' ');
}

/**
 * @param lang of the page, BCP 47
 * @returns the name alone, or null if nothing like a name remains
 */
export function cleanName(stated: string, lang: string | null = null): string | null {
  let name = stripTags(stated.slice(0, MAX_READ_LENGTH))
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  if (/^https?:|^www\.|^\/|@.*\.\w+$|[{}]/.test(name)) return null;
  name = withoutLead(name, lang);
  for (const tail of TAILS) name = name.replace(tail, '');
  name = withoutRole(name);
  name = name.replace(/^[\s,;:|·•\-–—]+|[\s,;:|·•\-–—]+$/g, '').trim();
  if (name.length < 2 || name.length > MAX_LENGTH || NOBODY.test(name) || NO_NAME.test(name)) return null;
  if (name.split(' ').length > MAX_WORDS || !/\p{L}/u.test(name) || /[!?]/.test(name)) return null;
  if (isFunctionWords(name) || isScrap(name)) return null;
  return withoutCapitals(name);
}

const ROLE =
  /\b(?:reporter|correspondent|editor|writer|columnist|staff|contributor|journalist|analyst|producer|chief|fellow|professor|director|ceo|founder|manager|president|redakteur\w*|korrespondent\w*|journaliste|rédact\w+|periodista|redactora?)\b/i;
const LISTED =
  /\s*(?:,|;|&|(?<=\s)(?:and|And|AND|und|et|y|e|og|och|ja|ve|i|и|та|і))\s+(?=\p{Lu}|\p{Lo}|(?:dpa|afp|ap|epd|kna|sda|apa|ansa|efe|rtr|sid|ots)\b)/u;

/** Restores "Doe, Jane", as libraries write it: with one comma, if each author has an entry. */
function unswap(name: string, entries: number): string {
  const parts = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}'’.-]*(?: \p{Lu}\.?)?)$/u.exec(name);
  return parts !== null && entries > 1 ? `${parts[2]} ${parts[1]}` : name;
}

/** @returns whether a name is a login or a placeholder instead of a person's name */
export const isHandle = (name: string): boolean =>
  !/\p{Lu}|\p{Lo}/u.test(name) || /^[\w.-]*[._]\w+$/.test(name);

/** Two or three capitalised words without those of institutions. */
const FULL_NAME =
  /^(?!.*\b(?:Inst\p{L}*|News|Times|Post|Press|Media|University|College|Center|Centre|Group|Inc|Ltd|LLC)\b)\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){1,2}$/u;
const OFFICES = /(?:^|[,;] ?)\p{Ll}+: ?\S.*[,;] ?\p{Ll}+: ?\S/u;

/**
 * @param stated a printed byline, or several names
 * @param lang of the page, BCP 47
 */
export function cleanByline(stated: readonly string[], lang: string | null = null): string | null {
  const names: string[] = [];
  for (const one of stated) {
    const printed = one
      .slice(0, MAX_READ_LENGTH)
      .replace(/[\s\u00a0]+/g, ' ')
      .trim();
    // "content: The Daily, code: Jane Doe" credits the makers of the site.
    if (OFFICES.test(printed)) continue;
    const whole = withoutLead(unswap(printed, stated.length), lang);
    let inOffice = false;
    let isFiled = false;
    for (const part of whole.split(LISTED)) {
      if (names.length === MAX_NAMES) return names.join(', ');
      // After a name and a comma, an office is as frequent as another name, followed by its institution.
      const isOffice = names.length > 0 && ROLE.test(part);
      inOffice = isOffice || (inOffice && !FULL_NAME.test(part));
      // "in News, Business" lists sections.
      if (isFiled && !part.includes(' ')) continue;
      isFiled = /\s[—–-]?in \p{Lu}/u.test(part);
      const name = inOffice ? null : cleanName(part, lang);
      // A company is followed by its location.
      if (name !== null && FIRM.test(name)) inOffice = true;
      if (name !== null && !names.some((known) => known.toLowerCase() === name.toLowerCase()))
        names.push(name);
    }
  }
  return names.length === 0 ? null : names.join(', ');
}
