import { attributeOf, findUpTo } from '../../page/element-access.ts';
import { foldText } from '../../text/fold-text.ts';
import type { Block, BlockModel, Box } from '../body/read-blocks.ts';
import { cleanByline, isLoginName } from './clean-byline.ts';
import {
  AUTHOR_NAME,
  classWordsOf,
  FULL_NAME,
  OTHER_AUTHOR_NAME,
  readLabelled,
  type VisibleByline,
} from './read-visible-byline.ts';

/*
 * Maximum distances from the end of the body, in blocks: before it for boxes named as an author's, before it for labels and
 * portraits, after it for boxes and portraits, and after it for labels, which are more reliable.
 */
const MAX_BLOCKS_BEFORE_END = 5;
const MAX_LABEL_BLOCKS_BEFORE_END = 8;
const MAX_BLOCKS_AFTER_END = 22;
const MAX_LABEL_BLOCKS_AFTER_END = 60;
const MAX_LENGTH = 50;
const LABEL =
  /^(?:(?:article|story|post|text|written) by|authors?(?:\(s\))?|about the author|autor|autorin|über (?:den autor|die autorin)|auteur|à propos de l['’]auteur|sobre (?:el autor|la autora))\s*:?$/i;

/** Matches "Author: Jane Doe" in a list of facts. */
const LABEL_AND_NAME =
  /^(?:authors?|(?:text|story|article|written) by|autor(?:in)?(?: ?\/ ?autor(?:in)?)?|auteure?|autore|autora|tekst|författare|forfatter)\s*[:：]?\s+(\p{Lu}.*)$/iu;

/**
 * Finds the author near the end of the text, on pages without a byline near the headline. The author is in a box named as an
 * author's, after a label ("Article by"), or next to a portrait with their name and a paragraph that begins with it.
 *
 * @param declaredAuthor the author in the metadata; if it may be a person, only a label overrides it
 */
export function readClosingByline(
  model: BlockModel,
  root: Box,
  lang: string | null,
  declaredAuthor: string | null,
): VisibleByline | null {
  const from = Math.max(root.first, root.end - MAX_LABEL_BLOCKS_BEFORE_END);
  const listPortraitsIn = createPortraitLister();
  for (const block of model.blocks.slice(from, root.end + MAX_LABEL_BLOCKS_AFTER_END)) {
    if (block.text.length > MAX_LENGTH) continue;
    if (LABEL.test(block.text)) {
      const labelledTexts = readLabelled(model, block);
      if (labelledTexts.length > 0 && labelledTexts.every((text) => FULL_NAME.test(text))) {
        const name = cleanByline(labelledTexts, lang);
        if (name !== null) return { name, element: block.box.element };
      }
    }
    const nameInLine = LABEL_AND_NAME.exec(block.text)?.[1];
    if (nameInLine !== undefined && FULL_NAME.test(nameInLine))
      return { name: nameInLine, element: block.box.element };
    if (
      block.index >= root.end + MAX_BLOCKS_AFTER_END ||
      (declaredAuthor !== null && FULL_NAME.test(declaredAuthor))
    )
      continue;
    const name = cleanByline([block.text], lang);
    if (name === null || isLoginName(name)) continue;
    const isInAuthorBox =
      FULL_NAME.test(name) && block.index >= root.end - MAX_BLOCKS_BEFORE_END && isAuthorBox(block.box);
    if (isInAuthorBox || hasPortraitAndText(model, block, name, listPortraitsIn))
      return { name, element: block.box.element };
  }
  return null;
}

function isAuthorBox(box: Box): boolean {
  const names = `${classWordsOf(box)} ${box.outer === null ? '' : classWordsOf(box.outer)}`;
  return AUTHOR_NAME.test(names) && !OTHER_AUTHOR_NAME.test(names);
}

/** Maximum number of images in a box that are read as portraits, and maximum length of their descriptions, in characters. */
const MAX_PORTRAITS = 20;
const MAX_CAPTION_LENGTH = 200;

/** Returns a function that lists the normalised descriptions of the images in a box, with a cache. */
function createPortraitLister(): (box: Box) => readonly string[] {
  const cache = new Map<Box, readonly string[]>();
  return (box) => {
    const found =
      cache.get(box) ??
      findUpTo(box.element, 'img[alt]', MAX_PORTRAITS).map((image) =>
        foldText(attributeOf(image, 'alt').slice(0, MAX_CAPTION_LENGTH)),
      );
    cache.set(box, found);
    return found;
  };
}

/** Whether there is a portrait with the name, and a paragraph after the block begins with the first name. */
function hasPortraitAndText(
  model: BlockModel,
  block: Block,
  name: string,
  listPortraitsIn: (box: Box) => readonly string[],
): boolean {
  const [first = ''] = name.split(' ');
  if (!/^\p{Lu}\p{L}+$/u.test(first)) return false;
  const next = model.blocks.slice(block.index + 1, block.index + 3);
  const hasIntroduction = next.some(
    ({ text, prose }) =>
      prose > 0 && text.startsWith(`${first} `) && /^\S+(?: \p{Lu}\S+)* \p{Ll}/u.test(text),
  );
  if (!hasIntroduction) return false;
  const folded = foldText(name);
  for (let box: Box | null = block.box, level = 0; box !== null && level < 4; box = box.outer, level++) {
    if (listPortraitsIn(box).includes(folded)) return true;
  }
  return false;
}
