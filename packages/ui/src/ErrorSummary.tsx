import { useEffect, useRef } from 'react';

export type FieldFault = {
  /** id of the control the sentence is about; without one the sentence stands alone. */
  fieldId?: string | undefined;
  message: string;
};

export type ErrorSummaryProps = {
  title: string;
  faults: readonly FieldFault[];
  /** Anything that changes with each try, so that the same faults twice take the focus twice. */
  attempt?: number;
};

/** What must be mended before going on, at the top of the form, each a link to its field. Takes the focus. */
export function ErrorSummary({ title, faults, attempt = 0 }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const shown = faults.length > 0;

  // A further attempt brings the focus back here, even when the faults are the same.
  useEffect(() => {
    if (shown && attempt >= 0) box.current?.focus();
  }, [shown, attempt]);

  if (!shown) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="max-w-measure rounded-r-md border-l-4 border-saga bg-saga-wash px-4 py-3.5 outline-none"
    >
      <h2 className="text-base font-semibold">{title}</h2>
      <ul className="mt-1 flex flex-col gap-1 text-sm">
        {faults.map((fault) => (
          <li key={`${fault.fieldId ?? ''}${fault.message}`}>
            {fault.fieldId ? (
              <a
                href={`#${fault.fieldId}`}
                className="link font-medium text-saga hover:text-ink"
                onClick={(event) => {
                  const field = document.getElementById(fault.fieldId ?? '');
                  if (field === null) return;
                  event.preventDefault();
                  field.scrollIntoView({ block: 'center' });
                  focusable(field).focus();
                }}
              >
                {fault.message}
              </a>
            ) : (
              fault.message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A group or a label has the id; what takes the focus is the control in it. */
function focusable(element: HTMLElement): HTMLElement {
  const control = 'input, select, textarea, button';
  return element.matches(control) ? element : (element.querySelector<HTMLElement>(control) ?? element);
}
