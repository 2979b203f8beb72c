/** The input is invalid. The message is shown to the user. */
export class CliError extends Error {
  override name = 'CliError';
}

/** The page contains no text that could be an article. */
export class NoArticleError extends CliError {
  override name = 'NoArticleError';
  constructor() {
    super('no article was found in it');
  }
}
