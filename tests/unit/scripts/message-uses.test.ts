import { expect, it } from 'vitest';
import { checkUses } from '../../../scripts/check/message-uses.ts';

function check(keys: readonly string[], text: string, permissions: string[] = [], path = 'components/A.tsx') {
  return checkUses([{ path, text }], keys, permissions);
}

it('takes a key for used where it stands as a value', () => {
  expect(check(['actionSave'], `t('actionSave')`)).toEqual([]);
  expect(check(['actionSave', 'actionHide'], `t(isOn ? 'actionSave' : 'actionHide')`)).toEqual([]);
  expect(check(['optionsSites'], `<Section title="optionsSites" />`)).toEqual([]);
  expect(check(['quoteCount'], `count('quoteCount', 3)`)).toEqual([]);
  expect(check(['extensionName'], `name: '__MSG_extensionName__'`, [], 'wxt.config.ts')).toEqual([]);
});

it('finds keys that nothing asks for', () => {
  expect(check(['byline'], `<p class="byline" />`)).toEqual(['nothing asks for byline']);
  expect(check(['byline'], `type Head = Pick<Article, 'title' | 'byline'>;`)).toEqual([
    'nothing asks for byline',
  ]);
  expect(check(['byline'], `// t('byline') was here`)).toEqual(['nothing asks for byline']);
  expect(
    check(['byline'], `const NAMES = ['byline'];`, [], 'utils/article/metadata/read-metadata.ts'),
  ).toEqual(['nothing asks for byline']);
});

it('finds keys asked for that are not there', () => {
  expect(check([], `browser.i18n.getMessage('menuSave')`)).toEqual([
    'components/A.tsx: asks for menuSave, which English does not have',
  ]);
  expect(check([], `'__MSG_menuSave__'`)).toEqual([
    'components/A.tsx: asks for menuSave, which English does not have',
  ]);
});

const CODES = `
/** Why an image is not here. Each has a sentence \`readerImage_<failure>\` in \`locales\`. */
export type ImageFailure =
  /** The site's own "no"; 404. */
  | 'gone'
  | 'too-big';
const sentence = find(\`readerImage_\${keyOf(error)}\`);`;

it('knows the keys that are put together from the codes a docstring tells of', () => {
  expect(check(['readerImage_gone', 'readerImage_tooBig'], CODES)).toEqual([]);
  expect(check(['readerImage_gone'], CODES)).toEqual(['English lacks readerImage_too-big']);
  expect(check(['readerImage_gone', 'readerImage_tooBig', 'readerImage_blue'], CODES)).toEqual([
    'nothing asks for readerImage_blue',
  ]);
});

it('knows keys with something behind the code, and two families of the same codes', () => {
  const text = `
/** Each has a name \`format_<format>\` and a line \`format_<format>Text\` in \`locales\`. */
export type Format = 'csv' | 'share-bar';
find(\`format_\${one}\`); find(\`format_\${one}Text\`);`;
  const keys = ['format_csv', 'format_csvText', 'format_share_bar', 'format_share_barText'];
  expect(check(keys, text)).toEqual([]);
  expect(check(keys.slice(0, 3), text)).toEqual(['English lacks format_share-barText']);
});

it('wants to be told the codes of every family', () => {
  expect(check(['why_gone'], `t(\`why_\${verdict.reason}\`)`)).toEqual([
    'components/A.tsx: no docstring tells the codes of `why_<code>`',
    'nothing asks for why_gone',
  ]);
});

it('wants both sentences of every permission', () => {
  expect(check(['perm_tabs', 'perm_tabsWhy'], '', ['tabs'])).toEqual([]);
  expect(check(['perm_tabs'], '', ['tabs', 'alarms'])).toEqual([
    'English lacks perm_alarms',
    'English lacks perm_tabsWhy',
    'English lacks perm_alarmsWhy',
  ]);
});
