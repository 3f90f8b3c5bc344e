import { Steps } from '@sampai/ui/Steps';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../lib/locale.ts';
import { filing as en } from '../../locales/en/filing.ts';
import { filing as id } from '../../locales/id/filing.ts';
import { entryOf, type Step, steps } from './journey.ts';

/** Where one is on the way to the receipt. Once a draft is open, finished steps lead back to their first screen. */
export function FilingSteps({ at, returnId }: { at: Step; returnId?: string }) {
  const t = useTexts({ id, en }).steps;
  const current = steps.indexOf(at);
  const linkTo = (step: Step) => {
    const screen = entryOf(step);
    if (screen === undefined || returnId === undefined) return {};
    const link = (label: ReactNode) => (
      <Link to="/filing/$returnId/$screen" params={{ returnId, screen }} className="link">
        {label}
      </Link>
    );
    return { link };
  };
  return (
    <Steps
      current={current}
      steps={steps.map((step) => ({ id: step, label: t[step], ...linkTo(step) }))}
      texts={{ label: t.label, done: t.done, position: t.position(current + 1, steps.length) }}
    />
  );
}
