import { expect, it } from 'vitest';
import { type Bill, billOfShipped, MissingPartError } from '../../../scripts/build/software-bill.ts';

const part = (ref: string, isForTools = true): Bill['components'][number] => ({
  'bom-ref': ref,
  name: ref.slice(0, ref.lastIndexOf('@')),
  version: ref.slice(ref.lastIndexOf('@') + 1),
  properties: isForTools ? [{ name: 'cdx:npm:package:development', value: 'true' }] : [],
});

const ALL: Bill = {
  bomFormat: 'CycloneDX',
  metadata: { component: part('paper@1.2.0', false) },
  // The first is shipped, and npm takes it for a tool's, since one needs it, too. The reader would use a press.
  components: ['@ink/black@1.0.0', 'press@2.0.0', 'reader@3.0.0', 'reader-part@3.1.0'].map((ref) =>
    part(ref),
  ),
  dependencies: [
    { ref: 'paper@1.2.0', dependsOn: ['@ink/black@1.0.0', 'press@2.0.0', 'reader@3.0.0'] },
    { ref: '@ink/black@1.0.0', dependsOn: [] },
    { ref: 'press@2.0.0', dependsOn: ['@ink/black@1.0.0'] },
    { ref: 'reader@3.0.0', dependsOn: ['reader-part@3.1.0', 'press@2.0.0'] },
    { ref: 'reader-part@3.1.0', dependsOn: ['reader@3.0.0'] },
  ],
};
const PROJECT = { name: 'paper', version: '1.2.0', license: 'MIT', dependencies: { '@ink/black': '1.0.0' } };
const LOCK = {
  packages: {
    '': { version: '1.2.0' },
    'node_modules/@ink/black': { version: '1.0.0' },
    'node_modules/press': { version: '2.0.0', dependencies: { '@ink/black': '1' } },
    'node_modules/reader': { version: '3.0.0', dependencies: { 'reader-part': '3' } },
    'node_modules/reader/node_modules/reader-part': { version: '3.1.0', dependencies: { reader: '3' } },
  },
};
const COMMAND = { name: 'paper-read', description: 'Reads.', needs: ['reader'] };

it('names what is bundled and what the command needs, with all that they need, and no tool', () => {
  const bill = billOfShipped(ALL, PROJECT, LOCK, COMMAND);
  expect(bill.components.map((one) => one['bom-ref'])).toEqual([
    '@ink/black@1.0.0',
    'reader@3.0.0',
    'reader-part@3.1.0',
    'paper-read@1.2.0',
  ]);
  expect(JSON.stringify(bill)).not.toMatch(/press|development/);
  expect(bill.dependencies.slice(0, 2)).toEqual([
    { ref: 'paper@1.2.0', dependsOn: ['@ink/black@1.0.0', 'paper-read@1.2.0'] },
    { ref: 'paper-read@1.2.0', dependsOn: ['reader@3.0.0'] },
  ]);
});

it('is named after the project, wherever that lies, and leaves nothing out silently', () => {
  const elsewhere = { ...ALL, metadata: { component: { ...ALL.metadata.component, name: 'folder' } } };
  expect(billOfShipped(elsewhere, PROJECT, LOCK, COMMAND).metadata.component.name).toBe('paper');
  expect(() => billOfShipped(ALL, PROJECT, LOCK, { ...COMMAND, needs: ['lamp'] })).toThrow(MissingPartError);
});
