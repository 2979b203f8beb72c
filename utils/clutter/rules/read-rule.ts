import type { UserRule } from './user-rules.ts';

const NAME_LENGTH = 120;
const NAMES = 12;
const WORDS = 40;
const NAME = /^(#|\.|@[a-z-]+=)\S/;

function isStringList(value: unknown, most: number, length = NAME_LENGTH): value is string[] {
  return (
    Array.isArray(value) &&
    value.length <= most &&
    value.every((one) => typeof one === 'string' && one.length <= length)
  );
}

/**
 * A rule out of stored data or of a file.
 *
 * @param value of any shape
 * @returns the rule with nothing else in it, or the name of the first field that is wrong
 */
export function readRule(value: unknown): UserRule | { wrong: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { wrong: 'rule' };
  const { id, action, tag, names, within, words, text, hash, label, made } = value as Record<string, unknown>;
  if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) return { wrong: 'id' };
  if (action !== 'hide' && action !== 'keep') return { wrong: 'action' };
  // The page's scaffolding is never meant by a rule, whoever wrote it.
  if (
    typeof tag !== 'string' ||
    !/^[a-z][\w.-]{0,60}$/.test(tag) ||
    /^(html|body|main|article|h1)$/.test(tag)
  )
    return { wrong: 'tag' };
  if (!isStringList(names, NAMES) || !names.every((name) => NAME.test(name))) return { wrong: 'names' };
  if (!isStringList(within, NAMES, NAME_LENGTH * 4)) return { wrong: 'within' };
  if (!isStringList(words, WORDS)) return { wrong: 'words' };
  if (text !== 'any' && text !== 'alike' && text !== 'same') return { wrong: 'text' };
  if (names.length === 0 && words.length === 0) return { wrong: 'names' };
  if (text === 'any' && names.length === 0) return { wrong: 'text' };
  if (!Number.isSafeInteger(hash)) return { wrong: 'hash' };
  if (typeof label !== 'string' || label.length > NAME_LENGTH) return { wrong: 'label' };
  if (typeof made !== 'number' || !Number.isFinite(made)) return { wrong: 'made' };
  return { id, action, tag, names, within, words, text, hash: Number(hash), label, made };
}
