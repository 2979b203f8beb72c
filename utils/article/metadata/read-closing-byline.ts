import { attributeOf, findSome } from '../../page/element-access.ts';
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

/** Author boxes stand within this many blocks around the end of the body. */
/** Labels and portraits may stand a little further up, where the box is in the body. */
const BEFORE_END = 5;
const FARTHEST_UP = 8;
const AFTER_END = 22;
/** What a label says is sure, wherever it stands. */
const LABEL_AFTER_END = 60;
const LONGEST = 50;
const LABEL =
  /^(?:(?:article|story|post|text|written) by|authors?(?:\(s\))?|about the author|autor|autorin|über (?:den autor|die autorin)|auteur|à propos de l['’]auteur|sobre (?:el autor|la autora))\s*:?$/i;

/** "Author: Jane Doe", in a list of facts. */
const IN_LINE =
  /^(?:authors?|(?:text|story|article|written) by|autor(?:in)?(?: ?\/ ?autor(?:in)?)?|auteure?|autore|autora|tekst|författare|forfatter)\s*[:：]?\s+(\p{Lu}.*)$/iu;

/**
 * Finds the author where pages print no byline by the headline: in a box after the text, by its name, by a label over
 * it ("Article by"), or as a portrait with the name and a paragraph that begins with it.
 *
 * @param stated what the page's data call the author: what could be a person's name gives way to a label alone
 */
export function readClosingByline(
  model: BlockModel,
  root: Box,
  lang: string | null,
  stated: string | null,
): VisibleByline | null {
  const from = Math.max(root.first, root.end - FARTHEST_UP);
  const portraitsIn = listPortraits();
  for (const block of model.blocks.slice(from, root.end + LABEL_AFTER_END)) {
    if (block.text.length > LONGEST) continue;
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

/** Pictures of a box that may be portraits, and how much of what they are called. */
const MOST_PORTRAITS = 20;
const LONGEST_CAPTION = 200;

/** What the pictures in a box are called, folded; each box is looked through once. */
function listPortraits(): (box: Box) => readonly string[] {
  const known = new Map<Box, readonly string[]>();
  return (box) => {
    const found =
      known.get(box) ??
      findSome(box.element, 'img[alt]', MOST_PORTRAITS).map((image) =>
        foldText(attributeOf(image, 'alt').slice(0, LONGEST_CAPTION)),
      );
    known.set(box, found);
    return found;
  };
}

/** Whether a portrait of somebody of that name stands by, and the next paragraph tells of him by his first name. */
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
