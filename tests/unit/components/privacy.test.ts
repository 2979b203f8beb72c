import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PRIVACY_SECTIONS } from '../../../components/privacy/privacy-text.ts';
import { english } from './gallery/english.ts';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

it('says in the extension what it says in the documents', async () => {
  const written = oneLine(readFileSync('docs/privacy.md', 'utf8'));
  expect(written).toContain(english.t('privacyLead'));
  for (const { title, lead, items } of PRIVACY_SECTIONS) {
    expect(written).toContain(`## ${english.t(title)} `);
    if (lead !== undefined) expect(written).toContain(english.t(lead));
    for (const [name, text] of items) {
      expect(written).toContain(`**${english.t(name)}.** ${oneLine(english.t(text))}`);
    }
  }
});
