export { makeChance } from './people/chance.ts';
export { morePeople, SHARED_PASSWORD } from './people/more-people.ts';
export { people } from './people/people.ts';
export type { Person, Slip1721A1 } from './people/person.ts';
export { makeClock, type PostOfficeClock } from './post-office/clock.ts';
export type { Fault, FaultOrder, Faults, StandingFault } from './post-office/faults.ts';
export type { Attachment, Channel, PostOfficeMessage } from './post-office/inbox.ts';
export type { SmscHabits } from './post-office/sms/habits.ts';
export { type PostOffice, type PostOfficeOptions, startPostOffice } from './post-office/start.ts';
