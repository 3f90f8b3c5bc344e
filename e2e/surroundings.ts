/** Where the Sampai under test is; `npm run e2e` and `npm test` start one and say so. */
function need(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the journeys with \`npm run e2e\`.`);
  return value;
}

export const surroundings = {
  portal: need('SAMPAI_PORTAL'),
  desk: need('SAMPAI_DESK'),
  postOffice: need('SAMPAI_POST_OFFICE'),
};
