/**
 * Removes tags from a text in one pass. A regular expression would search the rest of the text for each `<` without `>`.
 *
 * @param instead replacement of each tag
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
