/** `е`/`о` before a last consonant comes and goes (`Кравець`, `Кравця`; `Marzec`, `Marca`). */
const FLEETING = /[еоe](?=[лкцрłlkcr]$)/u;
/** Letters that stay whatever the ending. */
const STEM = 3;

/**
 * Takes the endings of cases off names, so that all cases of a name share one form: `марченк` for Марченко, Марченка,
 * Марченком; `marczak` for Marczak, Marczaka, Marczakiem.
 *
 * @param endings of names in one language; the longest that fits goes
 */
export function foldBy(endings: readonly string[]): (word: string) => string {
  const ending = new RegExp(`(?:${endings.join('|')})$`, 'u');
  return (word) => {
    const bare = word.replace(ending, '');
    return (bare.length < STEM ? word : bare).replace(FLEETING, '');
  };
}
