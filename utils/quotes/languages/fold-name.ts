/** Case endings of names, longest first; `е`/`о` before a last consonant comes and goes (`Кравець`, `Кравця`). */
const UKRAINIAN =
  /(?:ієві|єві|ові|еві|ієм|ого|ому|ією|ій|ії|ія|ію|ої|ою|ею|єю|ом|ем|єм|им|ий|а|я|у|ю|і|ї|и|о|е|ь|й)$/u;
const POLISH = /(?:iego|iemu|owie|owi|iem|ego|emu|iej|ią|ie|ej|em|ym|im|ą|ę|a|u|y|i|o|e)$/u;
const FLEETING = /[еоe](?=[лкцрłlkcr]$)/u;
/** Letters that stay whatever the ending. */
const STEM = 3;

function stem(word: string, endings: RegExp): string {
  const bare = word.replace(endings, '');
  return (bare.length < STEM ? word : bare).replace(FLEETING, '');
}

/** What all cases of a name in Ukrainian share: `марченк` for Марченко, Марченка, Марченком. */
export function foldUkrainianName(word: string): string {
  return stem(word, UKRAINIAN);
}

/** What all cases of a name in Polish share: `marczak` for Marczak, Marczaka, Marczakiem. */
export function foldPolishName(word: string): string {
  return stem(word, POLISH);
}
