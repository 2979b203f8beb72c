import { cueBits } from '../../clutter/phrases/phrase-book.ts';
import { unquote } from '../../clutter/phrases/read-cues.ts';
import { findUpTo } from '../../page/element-access.ts';
import { ITEMS_PER_STEP, type Steps } from '../../page/in-slices.ts';
import type { SitePhrases } from '../site-phrases.ts';
import type { Block, BlockModel, Box } from './read-blocks.ts';
import { containsBlock } from './weigh-boxes.ts';

const WALL_CUE = cueBits('wall');
/** Cues in walls, which let users log in or sell access. */
const WALL_BOX_CUES = cueBits(
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

/** Maximum lengths of a wall's line in a box, and of one without a box, in UTF-16 code units. */
const MAX_WALL_LINE_LENGTH = 300;
const MAX_LONE_LINE_LENGTH = 120;
/** Maximum size of a wall including its plans and form, in blocks and in UTF-16 code units. */
const MAX_WALL_LINES = 60;
const MAX_WALL_LENGTH = 4000;
/** Minimum length of a sentence that belongs to the article, in UTF-16 code units. */
const MIN_SENTENCE_LENGTH = 80;
/** Maximum length of a sentence in the first person that belongs to a wall, in UTF-16 code units. */
const MAX_PITCH_LENGTH = 160;
const SENTENCE_END = /[.!?…。！？]["'”’»)」』]?$/;

/** Selector for fields for registration and login. */
const LOGIN_FIELDS = 'input[type="password" i], input[type="email" i], input[autocomplete="username" i]';

/** Whether a line has a link or begins with a demand. Reports about walls begin with a subject. */
const isDemand = ({ text, linkChars }: Block, { cues }: SitePhrases): boolean =>
  linkChars > 0 ||
  cues.readClauses(text).some(({ openingCues }) => (openingCues & WALL_CUE) !== 0) ||
  cues.makesRequest(text, false);

/** Whether a line tells users to register or pay in order to read on. Quoted lines are reports. */
function isWallLine({ text }: Block, { cues, boilerplate }: SitePhrases): boolean {
  if (text.length > MAX_WALL_LINE_LENGTH) return false;
  if (!cues.mentionsWall(text) && !boilerplate.hasWallPhrase(text)) return false;
  const unquoted = unquote(text);
  return unquoted === text || cues.mentionsWall(unquoted) || boilerplate.hasWallPhrase(unquoted);
}

function isArticleText({ text, prose }: Block, { cues, boilerplate }: SitePhrases): boolean {
  if (text.length > MAX_WALL_LINE_LENGTH) return true;
  if (prose === 0 || text.length < MIN_SENTENCE_LENGTH || !SENTENCE_END.test(text)) return false;
  if ((cues.readCues(text) & WALL_BOX_CUES) !== 0 || boilerplate.hasWallPhrase(text)) return false;
  return text.length > MAX_PITCH_LENGTH || !cues.isFirstPerson(text);
}

/**
 * Whether a line among the article's lines is a wall by itself. Only unambiguous phrases count, because "This article is …"
 * also begins notes about the article's origin.
 */
const isLoneWall = (block: Block, phrases: SitePhrases): boolean =>
  block.text.length <= MAX_LONE_LINE_LENGTH &&
  phrases.boilerplate.hasWallPhrase(unquote(block.text)) &&
  isDemand(block, phrases);

/** Whether a box offers a way to get access: fields for a login, or controls together with a demand or further cues. */
function offersAccess(box: Box, wall: Block, blocks: readonly Block[], phrases: SitePhrases): boolean {
  if (findUpTo(box.element, LOGIN_FIELDS, 1).length > 0) return true;
  if (box.linkChars === 0 && findUpTo(box.element, 'button, input, select', 1).length === 0) return false;
  return (
    isDemand(wall, phrases) ||
    blocks.some((block) => block !== wall && (phrases.cues.readCues(block.text) & WALL_BOX_CUES) !== 0)
  );
}

export interface WallParts {
  /** The largest boxes that contain a wall and nothing of the article. */
  boxes: ReadonlySet<Box>;
  /** Lines of walls without a box. */
  lines: ReadonlySet<Block>;
}

/**
 * Finds walls and registration boxes within the article, whose text does not belong to it.
 *
 * @param root the container of the body
 * @param headline boxes that contain it are never walls
 */
export function* findWalls(model: BlockModel, root: Box, headline: Block | null): Steps<WallParts> {
  const { blocks, phrases } = model;
  const boxes = new Set<Box>();
  const lines = new Set<Block>();
  const cache = new Map<Box, boolean>();
  const isWallBox = (box: Box): boolean => {
    const cached = cache.get(box);
    if (cached !== undefined) return cached;
    const isWall =
      box.end - box.first <= MAX_WALL_LINES &&
      box.chars <= MAX_WALL_LENGTH &&
      !containsBlock(box, headline) &&
      !blocks.slice(box.first, box.end).some((block) => isArticleText(block, phrases));
    cache.set(box, isWall);
    return isWall;
  };
  const findLargestWallBox = (block: Block): Box | null => {
    let found: Box | null = null;
    for (let box: Box | null = block.box; box !== null && box !== root && isWallBox(box); box = box.outer)
      found = box;
    return found;
  };
  for (const block of blocks.slice(root.first, root.end)) {
    if (block.index % ITEMS_PER_STEP === 0) yield;
    if (!isWallLine(block, phrases)) continue;
    const box = findLargestWallBox(block);
    if (box !== null && boxes.has(box)) continue;
    const isLone = box === null || box.end - box.first === 1;
    if (
      box !== null &&
      (!isLone || isLoneWall(block, phrases)) &&
      offersAccess(box, block, blocks.slice(box.first, box.end), phrases)
    )
      boxes.add(box);
    else if (isLoneWall(block, phrases)) lines.add(block);
  }
  return { boxes, lines };
}
