import { useEffect, useState } from 'react';

/** In milliseconds: longer than between two digits, shorter than until one looks up. */
const PAUSE = 600;

/** A value as it stood at the last pause: what is said about a figure should not flicker while it is typed. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
