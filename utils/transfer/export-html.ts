/** An article as one HTML file with its pictures inside, which loads nothing and runs nothing. */
import { escapeMarkup } from './escape-markup.ts';
import type { ExportArticle } from './export-types.ts';
import { toXhtml } from './xhtml.ts';

const STYLE = `:root{color-scheme:light dark}body{max-width:42rem;margin:3rem auto;padding:0 1.25rem;font:18px/1.62 Literata,Georgia,serif}
h1{line-height:1.15;margin:0 0 .4rem}header{border-bottom:1px solid #8885;margin-bottom:2rem;padding-bottom:1rem}
header p{margin:.2rem 0;font:14px/1.5 system-ui,sans-serif;opacity:.75;overflow-wrap:anywhere}img{max-width:100%;height:auto}
figure{margin:1.5rem 0}figcaption,.missing{font:14px/1.5 system-ui,sans-serif;opacity:.75}
blockquote{margin:1.5rem 0;padding-inline-start:1rem;border-inline-start:3px solid #8888}pre{white-space:pre-wrap}
table{border-collapse:collapse}td,th{border:1px solid #8886;padding:.3rem .6rem;text-align:start}`;

/** Bytes turned into characters at once: more would be too many arguments. */
const PIECE = 0x8000;

/** A blob as a `data:` address. */
async function dataUrl(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return `data:${blob.type};base64,${btoa(binary)}`;
}

/** The file's text. Pictures that are not here are named in their place. */
export async function writeHtml(
  article: ExportArticle,
  parser: DOMParser = new DOMParser(),
): Promise<string> {
  const images = new Map<string, string>();
  for (const [source, blob] of article.images) {
    // Only what is a picture by its type: the type goes into the file.
    if (/^image\/[a-z0-9.+-]+$/.test(blob.type)) images.set(source, await dataUrl(blob));
  }
  const imagePath = (source: string): string | null =>
    images.get(source) ?? (/^data:image\/(?:png|jpe?g|gif|webp|avif)[;,]/i.test(source) ? source : null);
  const title = article.title || article.url;
  const lang = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(article.lang ?? '') ? ` lang="${article.lang}"` : '';
  const facts = [article.byline, article.siteName ?? article.host, article.publishedAt?.slice(0, 10)];
  const line = facts.flatMap((fact) => (fact ? [escapeMarkup(fact)] : [])).join(' · ');
  const url = escapeMarkup(article.url);
  return `<!doctype html>
<html${lang} dir="${article.dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="canonical" href="${url}">
<title>${escapeMarkup(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<article>
<header>
<h1>${escapeMarkup(title)}</h1>
<p>${line}</p>
<p><a href="${url}">${url}</a></p>
</header>
${toXhtml(article.html, { imagePath }, parser)}
</article>
</body>
</html>
`;
}
