/** Why a lane that is not live is not: nobody has let its carrier in yet, or somebody has taken it back (R37). */
export const whyNotLive = ({ withdrawn }: { withdrawn: boolean }): 'not yet live' | 'withdrawn' =>
  withdrawn ? 'withdrawn' : 'not yet live';
