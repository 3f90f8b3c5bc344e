type Facts = { until: string | null; closedAlthough: boolean };

/** How an incident stands: one that somebody closed goes on for those who wait, until delivery is measured as in order. */
export const standingOf = ({ until, closedAlthough }: Facts): 'open' | 'closed' | 'over' =>
  until === null ? 'open' : closedAlthough ? 'closed' : 'over';
