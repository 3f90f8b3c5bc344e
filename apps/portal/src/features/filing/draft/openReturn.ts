import { type Computation, type Form, formFor, isError } from '@sampai/tax-forms';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ReturnViewFragment } from '../../../generated/filing.ts';
import { type Event, nextScreen, type Screen } from '../journey.ts';
import type { Keeper, KeeperState } from './keeper.ts';
import { useKeeper } from './keepers.ts';
import { useSettled } from './useSettled.ts';

/** A draft open at a screen: what a screen of the wizard needs. */
export type OpenReturn = {
  stored: ReturnViewFragment;
  form: Form;
  keeper: Keeper;
  state: KeeperState;
  /** The figures as they follow from what is typed, digit by digit. */
  live: Computation;
  /** The same at the last pause: for what is said about them. */
  settled: Computation;
  go: (event: Event) => void;
};

/** Opens a draft at a screen; the same form that the API will compute runs here. */
export function useOpenReturn(stored: ReturnViewFragment, screen: Screen): OpenReturn {
  const { keeper, state } = useKeeper(stored);
  const navigate = useNavigate();
  const form = formOf(stored);
  const { facts } = state.draft;
  const live = useMemo(() => form.compute(facts), [form, facts]);
  const settled = useSettled(live);
  const go = (event: Event) => {
    const params = { returnId: stored.id, screen: nextScreen(screen, event) };
    navigate({ to: '/filing/$returnId/$screen', params });
  };
  return { stored, form, keeper, state, live, settled, go };
}

/** Whether the answers on the screen may be sent: the API judges the same again. */
export function isComplete({ outcome, findings }: Computation): boolean {
  return outcome !== null && !findings.some(isError);
}

const forms = new Map<string, Form>();

/** One object per form and year, so that figures are not computed anew with every rendering. */
function formOf({ form, taxYear }: ReturnViewFragment): Form {
  const key = `${form} ${taxYear}`;
  const standing = forms.get(key) ?? formFor(form, taxYear);
  if (!standing) throw new Error(`no form ${form} stands for ${taxYear}`);
  forms.set(key, standing);
  return standing;
}
