/**
 * Text without what looks like tags. One pass: an expression looks for each `<` through the whole rest of a text that
 * has no `>`.
 *
 * @param instead what stands in place of each tag
 */
export function stripTags(text: string, instead = ' '): string {
  let out = '';
  let at = 0;
  for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', at)) {
    const close = text.indexOf('>', open);
    if (close < 0) break;
    out += text.slice(at, open) + instead;
    at = close + 1;
  }
  return at === 0 ? text : out + text.slice(at);
}
