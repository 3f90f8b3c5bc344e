/**
 * A message of the GraphQL library without what it was given: people's numbers must not come back in errors or stay in the
 * logs of proxies. Names of the schema and the place stay; suggestions go, since they tell the schema to who guesses at it.
 */
export function withoutValues(message: string): string {
  const said = message.replace(/ Did you mean .*$/s, '');
  // Limits come in the dress of syntax errors, which they are not.
  const limit = /^Syntax Error: (.* limit of \d+ exceeded)/.exec(said)?.[1];
  if (limit) return `${limit}.`;
  const longest = /^Syntax Error: Document contains more that (\d+) tokens/.exec(said)?.[1];
  if (longest) return `The document holds more than ${longest} words and signs.`;
  const variable = /^(Variable "\$\w+") got invalid value (?:.* at "([\w.[\]]+)"; )?/s.exec(said);
  if (variable) return blotted(`${variable[1]} is not valid${variable[2] ? ` at "${variable[2]}"` : ''}.`);
  const cut = said
    .replace(/^(Syntax Error: [^":,]*).*$/s, '$1')
    .replace(/^Value "\w+" does/, 'A value does')
    .replace(/(, found |(?<= value): ).*$/s, '');
  return blotted(cut.replace(/[\s.]*$/, '.'));
}

/** A name in the request's own text may be made of a number, too. */
const blotted = (message: string): string => message.replace(/\d{6,}/g, '…');
