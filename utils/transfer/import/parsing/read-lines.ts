import { readText } from './read-text.ts';

/** The lines of a file, whatever ends them; one that is longer than `longest` is cut. */
export async function* readLines(file: Blob, longest: number): AsyncGenerator<string, void, undefined> {
  let rest = '';
  for await (const piece of readText(file)) {
    // The last may go on in the next piece; half a line's end, too.
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = (lines.pop() ?? '').slice(0, longest);
    for (const line of lines) yield line.slice(0, longest);
  }
  yield rest.replace(/\r$/, '');
}
