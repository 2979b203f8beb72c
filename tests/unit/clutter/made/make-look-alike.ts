import type { Makeup } from './make-clutter.ts';
import type { Random } from './random.ts';
import { nameElement } from './style-names.ts';

/** Something that belongs to the article, or to the user, and looks like what begs; it has `data-kept`. */
export function makeLookAlike(random: Random, { words, style }: Makeup): string {
  const name = nameElement(random, style);
  const ask = random.pick(words.newsletter.line);
  const told = random.pick(words.told);
  const offer = random.pick(words.subscribe.line);
  const makers: readonly (() => string)[] = [
    () => `<blockquote data-kept="quote"${name}><p>${ask}</p></blockquote>`,
    () => `<p data-kept="spoken"${name}>“${ask} ${offer}”, Edda Marsh.</p>`,
    () =>
      `<div data-kept="interview"${name}><p><strong>${told.split(',')[0]}?</strong></p><p>${random.pick(words.prose)}</p></div>`,
    () =>
      `<ul data-kept="recipe"${name}><li>200 g</li><li>${random.pick(words.prose)}</li><li>${told}</li></ul>`,
    () =>
      `<div data-kept="podcast"${name}><audio controls></audio><p><a href="https://podcasts.apple.com/podcast/id1">${random.pick(words.subscribe.button)}</a> <a href="https://open.spotify.com/show/1">Spotify</a></p></div>`,
    () =>
      `<form data-kept="comment"${name}><label>${words.email} <input type="email"></label><textarea></textarea><button>OK</button></form>`,
    () => `<form data-kept="search" role="search"${name}><input type="search"><button>OK</button></form>`,
    () =>
      `<figure data-kept="figure"${name}><img alt="" src="/m.jpg"><figcaption>${told}</figcaption></figure>`,
    () =>
      `<table data-kept="table"${name}><tr><th>A</th><td>4 € / 1</td></tr><tr><th>B</th><td>${told}</td></tr></table>`,
    () =>
      `<form data-kept="login"${name}><input type="email"><input type="password"><button>OK</button></form>`,
  ];
  return random.pick(makers)();
}
