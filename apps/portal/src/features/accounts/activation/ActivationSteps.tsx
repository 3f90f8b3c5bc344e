import { Steps } from '@sampai/ui/Steps';
import { useTexts } from '../../../lib/locale.ts';
import { activation as en } from '../../../locales/en/activation.ts';
import { activation as id } from '../../../locales/id/activation.ts';
import { type Screen, screens } from './journey.ts';

export function ActivationSteps({ at }: { at: Screen }) {
  const t = useTexts({ id, en }).steps;
  const current = screens.indexOf(at);
  return (
    <Steps
      current={current}
      steps={screens.map((screen) => ({ id: screen, label: t[screen] }))}
      texts={{ label: t.label, done: t.done, position: t.position(current + 1, screens.length) }}
    />
  );
}
