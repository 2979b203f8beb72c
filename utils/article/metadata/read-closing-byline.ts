import { attributeOf, findUpTo } from '../../page/element-access.ts';
import { foldText } from '../../text/fold-text.ts';
import type { Block, BlockModel, Box } from '../body/read-blocks.ts';
import { cleanByline, isHandle } from './clean-byline.ts';
import {
  AUTHOR_NAME,
  classOf,
  FULL_NAME,
  labelled,
  OTHERS,
  type VisibleByline,
} from './read-visible-byline.ts';

/** Author boxes are within these numbers of blocks around the end of the body; */
const BEFORE_END = 5;
/** labels and portraits may be further up, if the box is in the body. */
const MAX_BEFORE_END = 8;
const AFTER_END = 22;
/** Labels are reliable at a greater distance. */
const LABEL_AFTER_END = 60;
const MAX_LENGTH = 50;
const LABEL =
  /^(?:(?:article|story|post|text|written) by|authors?(?:\(s\))?|about the author|autor|autorin|über (?:den autor|die autorin)|auteur|à propos de l['’]auteur|sobre (?:el autor|la autora))\s*:?$/i;

/** "Author: Jane Doe" in a list of facts. */
const IN_LINE =
  /^(?:authors?|(?:text|story|article|written) by|autor(?:in)?(?: ?\/ ?autor(?:in)?)?|auteure?|autore|autora|tekst|författare|forfatter)\s*[:：]?\s+(\p{Lu}.*)$/iu;

/**
 * Finds the author in pages without a byline by the headline: in a box after the text, by its name, by a label ("Article
 * by"), or as a portrait with the name and a paragraph that begins with it.
 *
 * @param stated the author in the page's data; if it may be a person, only a label overrides it
 */
export function readClosingByline(
  model: BlockModel,
  root: Box,
  lang: string | null,
  stated: string | null,
): VisibleByline | null {
  const from = Math.max(root.first, root.end - MAX_BEFORE_END);
  const portraitsIn = listPortraits();
  for (const block of model.blocks.slice(from, root.end + LABEL_AFTER_END)) {
    if (block.text.length > MAX_LENGTH) continue;
    if (LABEL.test(block.text)) {
      const said = labelled(model, block);
      if (said.length > 0 && said.every((text) => FULL_NAME.test(text))) {
        const name = cleanByline(said, lang);
        if (name !== null) return { name, element: block.box.element };
      }
    }
    const inLine = IN_LINE.exec(block.text)?.[1];
    if (inLine !== undefined && FULL_NAME.test(inLine)) return { name: inLine, element: block.box.element };
    if (block.index >= root.end + AFTER_END || (stated !== null && FULL_NAME.test(stated))) continue;
    const name = cleanByline([block.text], lang);
    if (name === null || isHandle(name)) continue;
    const isNamed = FULL_NAME.test(name) && block.index >= root.end - BEFORE_END && isAuthorBox(block.box);
    if (isNamed || isPresented(model, block, name, portraitsIn)) return { name, element: block.box.element };
  }
  return null;
}

function isAuthorBox(box: Box): boolean {
  const names = `${classOf(box)} ${box.outer === null ? '' : classOf(box.outer)}`;
  return AUTHOR_NAME.test(names) && !OTHERS.test(names);
}

/** Limits of a box's images that may be portraits, and of their descriptions. */
const MAX_PORTRAITS = 20;
const MAX_CAPTION_LENGTH = 200;

/** Returns a function that lists the folded descriptions of images in a box, with a cache. */
function listPortraits(): (box: Box) => readonly string[] {
  const known = new Map<Box, readonly string[]>();
  return (box) => {
    const found =
      known.get(box) ??
      findUpTo(box.element, 'img[alt]', MAX_PORTRAITS).map((image) =>
        foldText(attributeOf(image, 'alt').slice(0, MAX_CAPTION_LENGTH)),
      );
    known.set(box, found);
    return found;
  };
}

/** Whether there is a portrait of that name, and the next paragraph mentions the first name. */
function isPresented(
  model: BlockModel,
  block: Block,
  name: string,
  portraitsIn: (box: Box) => readonly string[],
): boolean {
  const [first = ''] = name.split(' ');
  if (!/^\p{Lu}\p{L}+$/u.test(first)) return false;
  const next = model.blocks.slice(block.index + 1, block.index + 3);
  const tells = next.some(
    ({ text, prose }) =>
      prose > 0 && text.startsWith(`${first} `) && /^\S+(?: \p{Lu}\S+)* \p{Ll}/u.test(text),
  );
  if (!tells) return false;
  const folded = foldText(name);
  for (let box: Box | null = block.box, level = 0; box !== null && level < 4; box = box.outer, level++) {
    if (portraitsIn(box).includes(folded)) return true;
  }
  return false;
}
