/** Sync with a server of this machine, set up as a user would. */
import type { Screen } from './screen.ts';
import type { Session } from './session.ts';

const PASSPHRASE = 'lamp river ochre nine';

interface Login {
  user?: string;
  password?: string;
}

/** A password is a text field as long as it is shown. */
async function typeSecret(screen: Screen, name: RegExp, text: string): Promise<void> {
  await screen.click('button', /^Show$/);
  await screen.type('textbox', name, text);
}

/** The first step; what comes of it is for the caller to see. */
export async function choosePlace(
  screen: Screen,
  address: string,
  { user = 'ada', password = 'a password' }: Login = {},
): Promise<void> {
  await screen.type('textbox', /^Address$/, address);
  await screen.type('textbox', /^User name$/, user);
  await typeSecret(screen, /^App password$/, password);
  await screen.click('button', /^Test connection$/);
}

/** Begins a library at a place where there is none, and joins the one that there is. @returns the sync screen */
export async function setUpSync(session: Session, address: string, login: Login = {}): Promise<Screen> {
  const screen = await session.screen('library.html#sync');
  await choosePlace(screen, address, login);
  const text = await screen.shows('Step 2 of 3');
  if (text.includes('Enter its passphrase')) {
    await typeSecret(screen, /^Passphrase or recovery key$/, PASSPHRASE);
    await screen.click('button', /^Join/);
  } else {
    await typeSecret(screen, /^New passphrase$/, PASSPHRASE);
    await typeSecret(screen, /^Repeat passphrase/, PASSPHRASE);
    await screen.click('button', /^Start syncing$/);
  }
  await screen.click('button', /^I’ve stored it safely$/);
  await screen.shows('Up to date');
  return screen;
}
