import { PlaceError } from './place-error.ts';
import type { PlaceKind, StoredPlace } from './place-types.ts';
import { openWebDav, type WebDavSettings } from './web-dav.ts';
import { readAddress } from './web-dav-address.ts';

const read = (values: Readonly<Record<string, string>>): WebDavSettings => ({
  address: values.address ?? '',
  folder: values.folder ?? '',
  user: values.user ?? '',
  password: values.password ?? '',
});

const addressOf = (stored: StoredPlace) => readAddress(stored.address ?? '', stored.folder ?? '');

export const WEB_DAV: PlaceKind = {
  id: 'webDav',
  fields: [
    { name: 'address', type: 'url' },
    { name: 'folder', type: 'text', isOptional: true, initial: 'Offprint' },
    { name: 'user', type: 'text' },
    { name: 'password', type: 'password' },
  ],
  isOffered: () => true,
  make: (values) => {
    const settings = read(values);
    // A name with a colon would be another name with another password (RFC 7617).
    if (settings.user.includes(':')) throw new PlaceError('signIn', 'a colon in the name');
    const { root, folders } = readAddress(settings.address, settings.folder);
    return { ...settings, kind: WEB_DAV.id, address: root.href, folder: folders.join('/') };
  },
  address: (stored) => addressOf(stored).root.href,
  describe: (stored) => {
    const { root, folders } = addressOf(stored);
    return [root.host, ...folders].join('/');
  },
  isPlain: (stored) => addressOf(stored).isPlain,
  open: async (stored) => openWebDav(read(stored)),
};
