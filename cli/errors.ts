/** What can be wrong with what a user gives; the message says it to them. */
export class CliError extends Error {
  override name = 'CliError';
}

/** A page without a text that could be an article. */
export class NoArticleError extends CliError {
  override name = 'NoArticleError';
  constructor() {
    super('no article was found in it');
  }
}
