import { DEFAULT_SETTINGS } from '../../../utils/settings/schema.ts';

/** Sentences of an invented article; none of them asks the user for anything. */
export const PARAGRAPHS = [
  'The harbour board voted on Tuesday to dredge the eastern channel, ending a dispute that had divided the town for nine years.',
  '“We have waited long enough for this decision,” said Marta Lindqvist, who runs a small fleet of ferries from the northern pier.',
  'Engineers expect the work to take eighteen months, and the council has set aside money for a new breakwater beside the old mole.',
  'Opponents fear that the deeper channel will change the currents around the mussel beds, on which forty families make their living.',
  'A study by the regional university found no lasting harm in two comparable ports, but it warned that both lie farther from the open sea.',
  'The first barges are due in March, weather permitting, and the board has promised to publish every measurement it takes.',
] as const;

export const HEADLINE = 'Harbour board votes to dredge the eastern channel';

/** A page with the article, something between its third and fourth paragraph or at its end, and something after it. */
export function articlePage({ inside = '', last = '', after = '', before = '', top = '' } = {}): string {
  const text = PARAGRAPHS.map((p) => `<p>${p}</p>`);
  return `<header><nav><a href="/">The Pier Gazette</a> <a href="/town">Town</a> <a href="/sea">Sea</a></nav>${top}</header>
<main><article class="story"><h1>${HEADLINE}</h1><p class="byline">By <a href="/by/ana">Ana Kovač</a></p>${before}
<div class="story-text">${text.slice(0, 3).join('\n')}${inside}${text.slice(3).join('\n')}${last}</div></article></main>${after}
<footer><p>The Pier Gazette is printed on Thursdays.</p></footer>`;
}

export const DEFAULT_KINDS = DEFAULT_SETTINGS.clutter;

/** The text a user sees: none of what inline styles or `hidden` take away. */
export function visibleText(root: Element): string {
  let text = '';
  const read = (element: Element): void => {
    const view = element.ownerDocument.defaultView;
    if (view === null || view.getComputedStyle(element).display === 'none') return;
    if (['script', 'style', 'noscript', 'template'].includes(element.localName)) return;
    for (const child of element.childNodes) {
      if (child.nodeType === 3) text += child.nodeValue ?? '';
      else if (child.nodeType === 1) read(child as Element);
    }
    text += ' ';
  };
  read(root);
  return text.replace(/\s+/g, ' ').trim();
}
