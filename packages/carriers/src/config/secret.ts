import { inspect } from 'node:util';

const DOTS = '••••';

/** A password that shows itself only when asked: logs, JSON and string templates print dots. */
export class Secret {
  readonly #value: string;
  constructor(value: string) {
    this.#value = value;
  }
  reveal(): string {
    return this.#value;
  }
  toString(): string {
    return DOTS;
  }
  toJSON(): string {
    return DOTS;
  }
  [inspect.custom](): string {
    return DOTS;
  }
}
