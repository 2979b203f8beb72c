/** The words in front of a name, and the names that begin like one of them. */

/** What only a byline begins with. */
const LEADS =
  /^[\s|·•\-–—,:]*(?:(?:(?:written|posted|published|reported|reviewed|story|text|words|report|analysis|article|opinion|created|photographs?|fotos?|interview|edited) )?(?:by|autor|autorka|autorin|autore|autora|auteur|author|authors|редактор|автор|текст|yazan|oleh|text|texte|texto)(?![\p{L}\p{M}\p{N}])\s*:?|作者[:：]?|文[:：/／]|記者|记者)\s*/iu;
/** "ByJane Doe": the space was a margin. */
const GLUED_BY = /^By(?=\p{Lu}\p{Ll})/u;
/** Words for "by" that names begin with, too, by language. */
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

/**
 * Whether "Di Luca Rossi" is by somebody, and not his name: in a language that says so, and where a name of two words
 * is left.
 */
function isParticle(word: string, rest: string, lang: string | null): boolean {
  const low = word.toLowerCase();
  const language = lang?.slice(0, 2).toLowerCase();
  const pattern = language === undefined ? ANY : PARTICLES[language];
  if (pattern?.test(low) !== true) return false;
  return word === low ? /^\p{Lu}/u.test(rest) : /^\p{Lu}\S* \p{Lu}/u.test(rest);
}

/**
 * Takes "by" and its like off.
 *
 * @param lang BCP 47, the page's; null where it is not known
 */
export function withoutLead(printed: string, lang: string | null): string {
  const bare = printed.replace(GLUED_BY, '').replace(LEADS, '');
  const parts = /^(\p{L}+):? +(\S.*)$/u.exec(bare);
  const [word = '', rest = ''] = parts?.slice(1) ?? [];
  return parts !== null && isParticle(word, rest, lang) ? rest : bare;
}
