const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A plain text as HTML: a paragraph for each line. Null where there is nothing in it. */
export function htmlOfText(text: string): string | null {
  const paragraphs = text.split(/\n+/).flatMap((line) => line.trim() || []);
  if (paragraphs.length === 0) return null;
  return paragraphs
    .map((line) => `<p>${line.replace(/[&<>]/g, (mark) => ESCAPES[mark] ?? mark)}</p>`)
    .join('');
}
