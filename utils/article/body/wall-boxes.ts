import { cueBits } from '../../clutter/phrases/phrase-book.ts';
import {
  isFirstPerson,
  makesRequest,
  mentionsWall,
  readClauses,
  readCues,
  unquote,
} from '../../clutter/phrases/read-cues.ts';
import { findUpTo } from '../../page/element-access.ts';
import { ITEMS_PER_STEP, type Steps } from '../../page/in-slices.ts';
import { hasWallPhrase } from './boilerplate-phrases.ts';
import type { Block, BlockModel, Box } from './read-blocks.ts';
import { holds } from './weigh-boxes.ts';

const WALL = cueBits('wall');
/** Cues in boxes that admit users or sell access. */
const OF_A_WALL = cueBits(
  'wall',
  'login',
  'account',
  'subscribe',
  'offer',
  'signUp',
  'newsletter',
  'inbox',
  'formNote',
  'consent',
);

/** Maximum lengths of a wall's line, and of one without a box, in UTF-16 units. */
const MAX_WALL_LINE = 300;
const MAX_LONE_LINE = 120;
/** Limits of a wall with its plans and form. */
const MAX_WALL_LINES = 60;
const MAX_WALL_LENGTH = 4000;
/** Minimum length of a sentence that reports something: not in the first person and without a request. */
const MIN_TELLING = 80;
/** Maximum length of a wall's first-person text; longer paragraphs report something. */
const MAX_PITCH = 160;
const SENTENCE_END = /[.!?…。！？]["'”’»)」』]?$/;

/** Fields for registration and login. */
const WAY_IN = 'input[type="password" i], input[type="email" i], input[autocomplete="username" i]';

/** Whether a line makes a demand: at its beginning or with a link. Reports about walls begin with a subject. */
const demands = ({ text, linkChars }: Block): boolean =>
  linkChars > 0 ||
  readClauses(text).some(({ openingCues }) => (openingCues & WALL) !== 0) ||
  makesRequest(text, false);

/** Whether a line withholds the text from users who do not register or pay. Quoted lines are reports. */
function isWallLine({ text }: Block): boolean {
  if (text.length > MAX_WALL_LINE) return false;
  if (!mentionsWall(text) && !hasWallPhrase(text)) return false;
  const said = unquote(text);
  return said === text || mentionsWall(said) || hasWallPhrase(said);
}

function tells({ text, prose }: Block): boolean {
  if (text.length > MAX_WALL_LINE) return true;
  if (prose === 0 || text.length < MIN_TELLING || !SENTENCE_END.test(text)) return false;
  if ((readCues(text) & OF_A_WALL) !== 0 || hasWallPhrase(text)) return false;
  return text.length > MAX_PITCH || !isFirstPerson(text);
}

/**
 * Whether a line among those of the article is a wall by itself. Only unambiguous phrases count, because "This article is …"
 * begins walls as well as notes about its origin.
 */
const isLoneWall = (block: Block): boolean =>
  block.text.length <= MAX_LONE_LINE && hasWallPhrase(unquote(block.text)) && demands(block);

/** Whether a box has a link or field to get access, and several lines about that. */
function offersWay(box: Box, wall: Block, blocks: readonly Block[]): boolean {
  if (findUpTo(box.element, WAY_IN, 1).length > 0) return true;
  if (box.linkChars === 0 && findUpTo(box.element, 'button, input, select', 1).length === 0) return false;
  return demands(wall) || blocks.some((block) => block !== wall && (readCues(block.text) & OF_A_WALL) !== 0);
}

export interface Walls {
  /** The largest boxes that contain a wall and nothing of the article. */
  boxes: ReadonlySet<Box>;
  /** Lines of walls without a box. */
  lines: ReadonlySet<Block>;
}

/**
 * Finds walls and registration boxes within the article, whose text is not part of it. They stay in the page.
 *
 * @param root container of the body
 * @param headline no box around it is a wall
 */
export function* findWalls(model: BlockModel, root: Box, headline: Block | null): Steps<Walls> {
  const { blocks } = model;
  const boxes = new Set<Box>();
  const lines = new Set<Block>();
  const verdicts = new Map<Box, boolean>();
  const isWallBox = (box: Box): boolean => {
    const known = verdicts.get(box);
    if (known !== undefined) return known;
    const isWall =
      box.end - box.first <= MAX_WALL_LINES &&
      box.chars <= MAX_WALL_LENGTH &&
      !holds(box, headline) &&
      !blocks.slice(box.first, box.end).some(tells);
    verdicts.set(box, isWall);
    return isWall;
  };
  const largestAround = (block: Block): Box | null => {
    let found: Box | null = null;
    for (let box: Box | null = block.box; box !== null && box !== root && isWallBox(box); box = box.outer)
      found = box;
    return found;
  };
  for (const block of blocks.slice(root.first, root.end)) {
    if (block.index % ITEMS_PER_STEP === 0) yield;
    if (!isWallLine(block)) continue;
    const box = largestAround(block);
    if (box !== null && boxes.has(box)) continue;
    const isLone = box === null || box.end - box.first === 1;
    if (
      box !== null &&
      (!isLone || isLoneWall(block)) &&
      offersWay(box, block, blocks.slice(box.first, box.end))
    )
      boxes.add(box);
    else if (isLoneWall(block)) lines.add(block);
  }
  return { boxes, lines };
}
