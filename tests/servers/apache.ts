import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { requireApache } from '../../scripts/find-dav-servers.ts';
import {
  type FolderServer,
  freePort,
  makeFolder,
  PASSWORD,
  readFolder,
  runServer,
  USER,
} from './run-server.ts';

const MODULES = [
  'mpm_event',
  'authn_core',
  'authn_file',
  'authz_core',
  'authz_user',
  'auth_basic',
  'unixd',
  'alias',
  'dir',
  'dav',
  'dav_fs',
];

/** The group of `nobody` by its number: its name differs between systems. */
const NOBODY = 65_534;

function configure(root: string, port: number, modules: string, quota: boolean): string {
  const isRoot = process.getuid?.() === 0;
  return [
    `ServerRoot ${root}`,
    'ServerName 127.0.0.1',
    `Listen 127.0.0.1:${port}`,
    `PidFile ${root}/pid`,
    `ErrorLog ${root}/errors`,
    'LogLevel warn',
    'StartServers 1',
    // A client that stood still must not find its connection closed just when it uses it again.
    'KeepAliveTimeout 3600',
    ...MODULES.map(
      (name) =>
        `<IfModule !${name}_module>\nLoadModule ${name}_module ${modules}/mod_${name}.so\n</IfModule>`,
    ),
    ...(isRoot ? ['User nobody', `Group #${NOBODY}`] : []),
    `DavLockDB ${root}/locks`,
    `Alias /dav ${root}/files`,
    // As some servers are set up: without ETags.
    'FileETag None',
    ...(quota ? ['LimitRequestBody 20000'] : []),
    `<Directory ${root}/files>`,
    'Dav On',
    // What Apache does by itself, and many hosts insist on.
    'DavDepthInfinity Off',
    'AuthType Basic',
    'AuthName place',
    `AuthUserFile ${root}/users`,
    'Require valid-user',
    '</Directory>',
    '',
  ].join('\n');
}

/** Apache with mod_dav, which allows no `Depth: infinity`, and here sends no ETags. */
export async function startApache({ quota = false } = {}): Promise<FolderServer> {
  const { command, modules } = requireApache();
  const root = makeFolder('apache');
  const folder = path.join(root, 'files');
  mkdirSync(folder);
  chmodSync(root, 0o777);
  chmodSync(folder, 0o777);
  // {SHA} is the one hash of Apache's that takes no program to make.
  const hash = createHash('sha1').update(PASSWORD).digest('base64');
  writeFileSync(path.join(root, 'users'), `${USER}:{SHA}${hash}\n`);
  const port = await freePort();
  writeFileSync(path.join(root, 'conf'), configure(root, port, modules, quota));
  const address = `http://127.0.0.1:${port}/dav/`;
  const stop = await runServer(command, ['-f', path.join(root, 'conf'), '-DFOREGROUND'], address, root);
  return { address, user: USER, password: PASSWORD, folder, read: () => readFolder(folder), stop };
}
