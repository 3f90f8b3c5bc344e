import { type RefObject, useEffect } from 'react';

let isFirstScreen = true;

/**
 * The focus goes to where work begins when one screen takes another's place, so that keyboard and screen reader start
 * where the eye does. On a page just loaded it is left alone.
 */
export function useArrivalFocus(target: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (isFirstScreen) isFirstScreen = false;
    else target.current?.focus();
  }, [target]);
}
