/** The members of the schema's one interface, so that `... on UserError` reads them all; kept by a test. */
export const possibleTypes = {
  UserError: ['Refusal', 'WrongCode', 'ResendRefused', 'ChallengeNeeded', 'ReturnIncomplete', 'StaleVersion'],
};
