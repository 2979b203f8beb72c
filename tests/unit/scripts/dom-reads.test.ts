import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Node, SyntaxKind } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/run-command.ts';

/** Scripts that run in web pages. */
const IN_PAGES = [
  'gate.ts',
  'override.ts',
  'assistant/index.ts',
  'site/index.ts',
  'picker/index.ts',
  'toast/index.ts',
].map((file) => path.join('entrypoints', file));

/** What may be a form or a document, whose properties a page can replace by elements with their names. */
const RISKY = /^(?:Node|ParentNode|ChildNode|EventTarget|Element|HTMLElement|HTMLFormElement|Document)$/;

/** The one place where such properties are looked up, on prototypes. */
const ACCESS = /^utils\/page\/(?:dom-realm|element-access)\.ts$/;

/** Reads that are right whatever the page gives, with the reason why. */
const HARMLESS: readonly string[] = [
  // A field is never equal to the name of a tag.
  'utils/article/judge/page-features.ts: heading.firstElementChild?.nodeName',
  'utils/article/judge/page-features.ts: heading.parentNode?.nodeName',
  // An element of ours, in a closed shadow root, and no form.
  'utils/page/clickjacking-guard.ts: this.#box.offsetWidth',
  // What a form may have there, a field or an image, has no host.
  'utils/article/judge/page-features.ts: elements[i]?.shadowRoot',
  'utils/article/judge/page-features.ts: root?.host?.localName',
];

let api: API;

beforeAll(() => {
  api = new API({ cwd: ROOT });
});
afterAll(() => api.close());

/** A file and all that it brings into the page. */
function follow(file: string, found: Set<string>): Set<string> {
  if (found.has(file) || !existsSync(path.join(ROOT, file))) return found;
  found.add(file);
  const source = readFileSync(path.join(ROOT, file), 'utf8');
  for (const [, name = ''] of source.matchAll(
    /^(?:import|export)\s(?!type\b)[^;]*?from '(\.[^']+\.ts)'/gms,
  )) {
    follow(path.join(path.dirname(file), name), found);
  }
  return found;
}

function collect(node: Node, into: { of: Node; read: Node }[]): void {
  if (node.kind === SyntaxKind.PropertyAccessExpression || node.kind === SyntaxKind.ElementAccessExpression)
    into.push({ of: (node as unknown as { expression: Node }).expression, read: node });
  if (node.kind === SyntaxKind.ObjectBindingPattern) into.push({ of: node, read: node });
  node.forEachChild((child) => collect(child, into));
}

it('nothing in a web page is read where an element of the page could answer', () => {
  const project = api
    .updateSnapshot({ openProjects: [path.join(ROOT, 'tsconfig.json')] })
    .getProject(path.join(ROOT, 'tsconfig.json'));
  if (project === undefined) throw new Error('no project');
  const files = new Set<string>();
  for (const file of IN_PAGES) follow(file, files);
  expect(files.size).toBeGreaterThan(100);
  const direct: string[] = [];
  for (const file of files) {
    const source = project.program.getSourceFile(path.join(ROOT, file));
    if (source === undefined) throw new Error(`${file} is not compiled`);
    const reads: { of: Node; read: Node }[] = [];
    if (!ACCESS.test(file)) collect(source, reads);
    const types = project.checker.getTypeAtLocation(reads.map(({ of }) => of));
    reads.forEach(({ of, read }, at) => {
      const type = types[at];
      const text = source.text.slice(of.pos, of.end).trim();
      if (type === undefined || text.endsWith('.prototype')) return;
      const known = project.checker.getNonNullableType(type) ?? type;
      const names = project.checker.typeToString(known).split(/ [|&] /);
      const said = `${file}: ${source.text.slice(read.pos, read.end).trim()}`;
      if (names.some((name) => RISKY.test(name)) && !HARMLESS.includes(said)) direct.push(said);
    });
  }
  // `utils/page/dom-access.ts` and `element-access.ts` have a function for it.
  expect(direct).toEqual([]);
});
