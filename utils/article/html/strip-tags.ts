/**
 * Removes tags from a text in linear time. A regular expression would search the rest of the text for each `<` without `>`.
 *
 * @param replacement inserted for each tag
 */
export function stripTags(text: string, replacement = ' '): string {
  let result = '';
  let at = 0;
  for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', at)) {
    const close = text.indexOf('>', open);
    if (close < 0) break;
    result += text.slice(at, open) + replacement;
    at = close + 1;
  }
  return at === 0 ? text : result + text.slice(at);
}
