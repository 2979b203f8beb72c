/** Matches words with which only bylines begin. */
const LEAD_WORDS =
  /^[\s|·•\-–—,:]*(?:(?:(?:written|posted|published|reported|reviewed|story|text|words|report|analysis|article|opinion|created|photographs?|fotos?|interview|edited) )?(?:by|autor|autorka|autorin|autore|autora|auteur|author|authors|редактор|автор|текст|yazan|oleh|text|texte|texto)(?![\p{L}\p{M}\p{N}])\s*:?|作者[:：]?|文[:：/／]|記者|记者)\s*/iu;
/** Matches "By" in "ByJane Doe", where the space is only a margin. */
const GLUED_BY = /^By(?=\p{Lu}\p{Ll})/u;
/** Words for "by" that can also be the beginning of a name, by language. */
const BY_PARTICLES: Record<string, RegExp> = {
  cs: /^od$/,
  da: /^af$/,
  de: /^von$/,
  es: /^por$/,
  fr: /^par$/,
  it: /^(?:di|da)$/,
  nl: /^door$/,
  no: /^av$/,
  nb: /^av$/,
  nn: /^av$/,
  pl: /^przez$/,
  pt: /^por$/,
  ru: /^от$/,
  sv: /^av$/,
  uk: /^від$/,
};
const ANY_PARTICLE = new RegExp(
  `(?:${Object.values(BY_PARTICLES)
    .map((pattern) => pattern.source)
    .join('|')})`,
);

/** Whether the "Di" in "Di Luca Rossi" means "by". That is so in a matching language if a name of two words is left. */
function isParticle(word: string, rest: string, lang: string | null): boolean {
  const lowerCase = word.toLowerCase();
  const language = lang?.slice(0, 2).toLowerCase();
  const pattern = language === undefined ? ANY_PARTICLE : BY_PARTICLES[language];
  if (pattern?.test(lowerCase) !== true) return false;
  return word === lowerCase ? /^\p{Lu}/u.test(rest) : /^\p{Lu}\S* \p{Lu}/u.test(rest);
}

/**
 * Removes "by" and its equivalents from the beginning of a byline.
 *
 * @param lang the page's language (BCP 47), or null if it is unknown
 */
export function removeLead(printed: string, lang: string | null): string {
  const withoutWords = printed.replace(GLUED_BY, '').replace(LEAD_WORDS, '');
  const parts = /^(\p{L}+):? +(\S.*)$/u.exec(withoutWords);
  const [word = '', rest = ''] = parts?.slice(1) ?? [];
  return parts !== null && isParticle(word, rest, lang) ? rest : withoutWords;
}
