// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PrivacyPage } from '../../../components/privacy/PrivacyPage.tsx';
import { PRIVACY_SECTIONS } from '../../../components/privacy/privacy-text.ts';
import { english } from './gallery/english.ts';
import { show } from './render.tsx';

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

it('shows all of it, each fact under its name', async () => {
  const page = await show(<PrivacyPage />);
  for (const { items } of PRIVACY_SECTIONS) {
    for (const [name, text] of items) {
      expect(page.text()).toContain(english.t(name));
      expect(page.text()).toContain(english.t(text));
    }
  }
});
