import { stripTags } from '../html/strip-tags.ts';
import { withoutLead } from './byline-lead.ts';

/** No person is called by a date, a clock or a field of a template. */
const NO_NAME =
  /^\d|\d{3,}|\d[:/.]\d|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|[:;<>=*#|]|\.\w+\.\w|min(?:ute)?s? read|^(?:written|researched|reviewed|updated|published|posted|edited|fact)\b|^(?:by|and|or|the|in|on|at|for|share|follow|read|about|home|news)$|^(?:veröffentlicht|aktualisiert|erschienen|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|opublikowano|gepubliceerd|publisert|publicerad|udgivet)(?!\p{L})/iu;
const TAILS = [
  // A weekday, an agency and a paper printed after the name without a mark between.
  /\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b.*$/i,
  /\s+(?:(?:the )?associated press|reuters|afp|dpa|ansa|efe|bloomberg(?: news)?|usa today|cnn(?: business)?|for (?:the )?\p{Lu}[\p{L} ]+)$/iu,
  /\s*[|•·/]\s.*$/,
  /\s+[-–—]\s.*$/,
  // The sections that it is filed under.
  /\s+[—–-]?in \p{Lu}.*$/u,
  /,?\s+(?:\d{1,2}:\d\d|\d{1,2}[./]\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|published|updated|posted|on (?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d)).*$/i,
  /,\s*(?:the )?(?:[\w-]+ ){0,4}(?:reporter|correspondent|editor|writer|columnist|staff|contributor|journalist|author|analyst|producer|chief|fellow|professor|director|ceo|founder|manager|md|phd|ph\.d\.?|m\.d\.?|ma|rd|rn|cfp|cpa|esq\.?|redakteur\w*|korrespondent\w*)\b.*$/i,
  /\s+\((?:[^)]*)\)\s*$/,
  /\s+(?:is|are) (?:a|an|the) .*$/i,
  /\s*@[\w.]+.*$/,
];
/** What is reported on and from, and ranks: words between a name and the role that follows it. */
const BEAT =
  /^(?:senior|junior|chief|deputy|assistant|associate|executive|managing|acting|lead|staff|special|freelance|contributing|roving|principal|political|politics|parliamentary|business|economics?|economy|financial|finance|money|markets|consumer|health|medical|science|climate|environment(?:al)?|energy|education|schools?|religion|religious|social|affairs|home|foreign|diplomatic|defen[cs]e|security|legal|law|court|crime|justice|police|investigations?|investigative|data|technology|tech|digital|media|culture|arts?|music|film|tv|television|books?|theatre|fashion|food|travel|transport|property|housing|sports?|football|cricket|rugby|tennis|golf|racing|chess|local|city|county|regional|national|international|global|world|europe(?:an)?|africa|asia|america|americas|americans|us|u\.s\.|uk|eu|china|russia|india|middle|east|west|north|south|eastern|western|northern|southern|royal|showbiz|entertainment|lifestyle|features?|news|general|breaking|weather|community|and|&|of)$/i;
const ROLE_NOUN =
  /^(?:reporter|correspondent|editor|writer|columnist|journalist|producer|analyst|commentator|critic|contributor|editor-in-chief|\p{L}*redakteur(?:in)?|\p{L}*korrespondent(?:in)?|\p{L}*reporter(?:in)?|\p{L}*journalist(?:in)?|journaliste|chroniqueuse|chroniqueur|rédactrice|rédacteur|periodista|redactora?|corresponsal|giornalista|jornalista|repórter|journaliste|verslaggever|redacteur|correspondente|dziennikark?a?|reportér|redaktor(?:ka)?)$/iu;
/** Words of a name in front of a role. */
const FEWEST_WORDS = 2;

/** "Jane Doe Political correspondent": the role that a page prints behind a name without a mark between. */
function withoutRole(name: string): string {
  const words = name.split(' ');
  if (words.length <= FEWEST_WORDS || !ROLE_NOUN.test(words.at(-1) ?? '')) return name;
  words.pop();
  while (words.length > FEWEST_WORDS && BEAT.test(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

const NOBODY =
  /^\p{Ll}*admin$|^web\p{Ll}*$|^(?:e-?mail|no author|red\.?|admin(?:istrator)?|webmaster|editor|editors|staff|guest|unknown|none|null|undefined|user|author|anonymous|wordpress|website|n\/?a|by|redaktion|redacción|redazione|la rédaction|redakcja|редакция|view all posts.*)$/iu;
const LONGEST = 70;
const MOST_WORDS = 8;
/** Names that a byline lists. */
const MOST_NAMES = 8;
/** What is read of a printed or stated byline: a name, and what sites print behind it. In UTF-16 units. */
const LONGEST_STATED = 1000;

/** Who works for a firm is called by another name than the firm. */
const FIRM = /(?:^|\s)(?:gmbh|kg|inc|ltd|llc|plc|corp|s\.?a\.?|s\.?r\.?l|b\.?v|pty)\.?$/i;
/** Small words within names. */
const PARTICLE =
  /^(?:a[fl]?|an|av|bin|binti|da[sl]?|de[lmnr]?|di|do[s]?|du|e|el|i|ibn|la|le|l[ao]s|och|og|ou|of|op|ten?|ter|the|und|van|vo[mn]|y|zu[mr]?|and|et|for)$/;
/**
 * Words that stand between the parts of a sentence, and labels of a byline, in the languages that are read: no name
 * consists of them alone.
 */
const FUNCTION_WORD =
  /^(?:an?|the|this|that|these|our|your|by|of|from|with|to|in|on|at|for|and|or|is|article|story|text|post|page|author|autor(?:in|ka|e|a)?|auteure?|von|vom|der|die|das|den|dem|des|ein(?:e[rmns]?)?|und|oder|mit|für|aus|bei|zum|zur|im|am|auf|artikel|par|pour|avec|sur|dans|le|la|les|un|une|de|du|des|au|aux|et|ou|l['’]article|por|para|con|en|el|los|las|una|del|al|y|artículo|di|da|do|dos|das|dei|della|delle|dell['’]articolo|il|lo|gli|e|ed|per|nel|um|uma|com|o|os|as|em|artigo|door|van|het|een|met|voor|op|av|af|og|och|med|til|till|för|fra|från|i|na|w|z|ze|od|do|przez|dla|oraz|artykułu?|pro|ve|ile|tarafından|от|из|и|в|на|по|для|с|автор|від|та|з|зі|у|й)[:.,]?$/iu;

const TEXT_NOUN = /^(?:article|story|text|post|page|artikel|artículo|artigo|artykułu?)$/i;

/** Whether no word of it could be one of a name. Two of them with capitals may be (`Le Van`, `Do An`). */
function isFunctionWords(name: string): boolean {
  const words = name.split(' ');
  if (!words.every((word) => FUNCTION_WORD.test(word))) return false;
  return words.length === 1 || words.some((word) => !/^\p{Lu}/u.test(word) || TEXT_NOUN.test(word));
}

/** A sentence has more small words than a name. */
const MOST_SMALL = 1;

/** Whether it is a scrap of a sentence: small words that no name has. */
const isScrap = (name: string): boolean => {
  const words = name.split(' ').filter((word) => /^\p{Ll}/u.test(word) && !PARTICLE.test(word));
  return words.length > MOST_SMALL || (words.length > 0 && SENTENCE_WORD.test(name));
};
const SENTENCE_WORD =
  /\s(?:to|on|with|about|from|is|are|was|this|that|your|our|auf|mit|für|sur|pour|sobre|con)\s/;

/**
 * @param lang BCP 47, the page's
 * @returns the name alone, or null where nothing name-like is left
 */
export function cleanName(stated: string, lang: string | null = null): string | null {
  let name = stripTags(stated.slice(0, LONGEST_STATED))
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  if (/^https?:|^www\.|^\/|@.*\.\w+$|[{}]/.test(name)) return null;
  name = withoutLead(name, lang);
  for (const tail of TAILS) name = name.replace(tail, '');
  name = withoutRole(name);
  name = name.replace(/^[\s,;:|·•\-–—]+|[\s,;:|·•\-–—]+$/g, '').trim();
  if (name.length < 2 || name.length > LONGEST || NOBODY.test(name) || NO_NAME.test(name)) return null;
  if (name.split(' ').length > MOST_WORDS || !/\p{L}/u.test(name) || /[!?]/.test(name)) return null;
  if (isFunctionWords(name) || isScrap(name)) return null;
  return name;
}

const ROLE =
  /\b(?:reporter|correspondent|editor|writer|columnist|staff|contributor|journalist|analyst|producer|chief|fellow|professor|director|ceo|founder|manager|president|redakteur\w*|korrespondent\w*|journaliste|rédact\w+|periodista|redactora?)\b/i;
const LISTED =
  /\s*(?:,|;|&|(?<=\s)(?:and|And|AND|und|et|y|e|og|och|ja|ve|i|и|та|і))\s+(?=\p{Lu}|\p{Lo}|(?:dpa|afp|ap|epd|kna|sda|apa|ansa|efe|rtr|sid|ots)\b)/u;

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

/**
 * @param stated one printed byline or several names
 * @param lang BCP 47, the page's
 */
export function cleanByline(stated: readonly string[], lang: string | null = null): string | null {
  const names: string[] = [];
  for (const one of stated) {
    const printed = one
      .slice(0, LONGEST_STATED)
      .replace(/[\s\u00a0]+/g, ' ')
      .trim();
    // "content: The Daily, code: Jane Doe" lists who made the site.
    if (OFFICES.test(printed)) continue;
    const whole = withoutLead(unswap(printed, stated.length), lang);
    let inOffice = false;
    let isFiled = false;
    for (const part of whole.split(LISTED)) {
      if (names.length === MOST_NAMES) return names.join(', ');
      // What follows a name and a comma is as often an office as another name, and then the house it is held in.
      const isOffice = names.length > 0 && ROLE.test(part);
      inOffice = isOffice || (inOffice && !FULL_NAME.test(part));
      // "in News, Business" lists sections.
      if (isFiled && !part.includes(' ')) continue;
      isFiled = /\s[—–-]?in \p{Lu}/u.test(part);
      const name = inOffice ? null : cleanName(part, lang);
      // What follows a firm is where it sits.
      if (name !== null && FIRM.test(name)) inOffice = true;
      if (name !== null && !names.some((known) => known.toLowerCase() === name.toLowerCase()))
        names.push(name);
    }
  }
  return names.length === 0 ? null : names.join(', ');
}
