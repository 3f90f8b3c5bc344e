import { type CarriersConfig, CarriersFileError, readCarriersFile } from '@sampai/carriers';
import { readText } from './read-text.ts';
import { Refusal } from './refusal.ts';

/** The carriers file that somebody named. @throws Refusal in one sentence */
export function readCarriers(file: string): CarriersConfig {
  const text = readText('The carriers file', file);
  try {
    return readCarriersFile(text, file, process.env);
  } catch (fault) {
    throw fault instanceof CarriersFileError ? new Refusal(fault.message) : fault;
  }
}
