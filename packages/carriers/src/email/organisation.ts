import { getDomain } from 'tldts';

/** The organizational domain (RFC 7489, 3.2): siblings share it; what many register under, like go.id, is nobody's. */
export const organisationOf = (domain: string): string => getDomain(domain) ?? domain;
