/**
 * The key of a library: an age identity (X25519), from which everything else follows. Its public half is kept as secret
 * as itself and never written: who doesn't have it can't write a file that opens, so that a place can't make any up.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { UnreadableFileError, WrongPassphraseError } from './sync-errors.ts';

/** Begins what the key for names is made of. */
const NAMES = 'offprint sync names 1\n';

/** Hexadecimal digits of a name: 120 bits. */
const NAME_DIGITS = 30;

/**
 * Base-2 logarithm of scrypt's work factor; `age` itself has 18. It takes about a second in a browser, once for a device,
 * and 256 MB.
 */
const WORK_FACTOR = 18;

/** What is named: records by what they are of, files by what is in them. */
type Named = 'article' | 'record' | 'text' | 'picture';

export class LibraryKey {
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
  readonly #recipient: string;
  readonly #names: Uint8Array;

  private constructor(identity: string, recipient: string) {
    this.identity = identity;
    this.#recipient = recipient;
    this.#names = sha256(utf8ToBytes(NAMES + identity));
  }

  /** @throws Error where it is no identity */
  static async of(identity: string): Promise<LibraryKey> {
    return new LibraryKey(identity, await identityToRecipient(identity));
  }

  static async generate(): Promise<LibraryKey> {
    return LibraryKey.of(await generateX25519Identity());
  }

  /** A name that says nothing to who doesn't have the key, and is the same on every device: an HMAC-SHA-256. */
  nameOf(kind: Named, what: string | Uint8Array): string {
    const bytes = typeof what === 'string' ? utf8ToBytes(what) : what;
    return bytesToHex(hmac(sha256, this.#names, concatBytes(utf8ToBytes(`${kind}\n`), bytes))).slice(
      0,
      NAME_DIGITS,
    );
  }

  /** Encrypts bytes as an age file. */
  async seal(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
    const encrypter = new Encrypter();
    encrypter.addRecipient(this.#recipient);
    return new Uint8Array(await encrypter.encrypt(bytes));
  }

  /**
   * @param name says in the error which file it was
   * @throws UnreadableFileError where the file is torn, damaged, or of another key
   */
  async open(bytes: Uint8Array, name: string): Promise<Uint8Array<ArrayBuffer>> {
    try {
      const decrypter = new Decrypter();
      decrypter.addIdentity(this.identity);
      return new Uint8Array(await decrypter.decrypt(bytes));
    } catch (error) {
      throw new UnreadableFileError(name, { cause: error });
    }
  }

  /**
   * The key itself, sealed with a passphrase: an age file that `age -d` opens.
   *
   * @param workFactor base-2 logarithm of scrypt's; lower in tests
   */
  async sealWith(passphrase: string, workFactor = WORK_FACTOR): Promise<Uint8Array<ArrayBuffer>> {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(passphrase.normalize('NFC'));
    encrypter.setScryptWorkFactor(workFactor);
    return new Uint8Array(await encrypter.encrypt(`${this.identity}\n`));
  }

  /** @throws WrongPassphraseError also where the file is damaged: the two can't be told apart */
  static async unseal(sealed: Uint8Array, passphrase: string): Promise<LibraryKey> {
    try {
      const decrypter = new Decrypter();
      decrypter.addPassphrase(passphrase.normalize('NFC'));
      const identity = (await decrypter.decrypt(sealed, 'text')).trim();
      return await LibraryKey.of(identity);
    } catch (error) {
      throw new WrongPassphraseError({ cause: error });
    }
  }
}
