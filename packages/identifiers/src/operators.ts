/** Mobile operators by number prefix; there is no number portability in Indonesia. */
export type Operator = 'TELKOMSEL' | 'INDOSAT' | 'XL' | 'AXIS' | 'TRI' | 'SMARTFREN';

const PREFIXES: Record<Operator, string> = {
  TELKOMSEL: '0811 0812 0813 0821 0822 0823 0851 0852 0853',
  INDOSAT: '0814 0815 0816 0855 0856 0857 0858',
  XL: '0817 0818 0819 0859 0877 0878 0879',
  AXIS: '0831 0832 0833 0838',
  TRI: '0895 0896 0897 0898 0899',
  SMARTFREN: '0881 0882 0883 0884 0885 0886 0887 0888 0889',
};

const NAMES: Record<Operator, string> = {
  TELKOMSEL: 'Telkomsel',
  INDOSAT: 'Indosat',
  XL: 'XL',
  AXIS: 'Axis',
  TRI: 'Tri',
  SMARTFREN: 'Smartfren',
};

/** Every operator whose prefixes are known. */
export const OPERATORS: readonly Operator[] = ['TELKOMSEL', 'INDOSAT', 'XL', 'AXIS', 'TRI', 'SMARTFREN'];

const OPERATOR_BY_PREFIX = new Map(
  OPERATORS.flatMap((operator) => PREFIXES[operator].split(' ').map((prefix) => [prefix, operator] as const)),
);

/** The operator that owns a prefix of four digits with its leading 0 (`0812`), if any does. */
export function operatorOfPrefix(prefix: string): Operator | undefined {
  return OPERATOR_BY_PREFIX.get(prefix);
}

/** Whether four digits with the leading 0 begin a mobile number; `021` and its kin are landlines. */
export function isMobilePrefix(prefix: string): boolean {
  return OPERATOR_BY_PREFIX.has(prefix);
}

/** The operator's name as people know it. */
export function operatorName(operator: Operator): string {
  return NAMES[operator];
}
