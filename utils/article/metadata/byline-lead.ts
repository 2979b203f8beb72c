/** Words before a name in bylines, and names that begin like them. */

/** Words with which only bylines begin. */
const LEADS =
  /^[\s|·•\-–—,:]*(?:(?:(?:written|posted|published|reported|reviewed|story|text|words|report|analysis|article|opinion|created|photographs?|fotos?|interview|edited) )?(?:by|autor|autorka|autorin|autore|autora|auteur|author|authors|редактор|автор|текст|yazan|oleh|text|texte|texto)(?![\p{L}\p{M}\p{N}])\s*:?|作者[:：]?|文[:：/／]|記者|记者)\s*/iu;
/** "ByJane Doe": a margin instead of a space. */
const GLUED_BY = /^By(?=\p{Lu}\p{Ll})/u;
/** Words for "by" with which names begin, too, by language. */
const PARTICLES: Record<string, RegExp> = {
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
const ANY = new RegExp(
  `(?:${Object.values(PARTICLES)
    .map((pattern) => pattern.source)
    .join('|')})`,
);

/** Whether the "Di" in "Di Luca Rossi" means "by": in a matching language, if a name of two words remains. */
function isParticle(word: string, rest: string, lang: string | null): boolean {
  const low = word.toLowerCase();
  const language = lang?.slice(0, 2).toLowerCase();
  const pattern = language === undefined ? ANY : PARTICLES[language];
  if (pattern?.test(low) !== true) return false;
  return word === low ? /^\p{Lu}/u.test(rest) : /^\p{Lu}\S* \p{Lu}/u.test(rest);
}

/**
 * Removes "by" and its equivalents.
 *
 * @param lang of the page, BCP 47; null if unknown
 */
export function withoutLead(printed: string, lang: string | null): string {
  const bare = printed.replace(GLUED_BY, '').replace(LEADS, '');
  const parts = /^(\p{L}+):? +(\S.*)$/u.exec(bare);
  const [word = '', rest = ''] = parts?.slice(1) ?? [];
  return parts !== null && isParticle(word, rest, lang) ? rest : bare;
}
