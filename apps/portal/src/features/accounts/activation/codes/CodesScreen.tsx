import { Button, type ButtonKind } from '@sampai/ui/Button';
import { CheckIcon } from '@sampai/ui/icons';
import { Note } from '@sampai/ui/Note';
import { useEffect, useRef } from 'react';
import type { ActivationViewFragment } from '../../../../generated/activation.ts';
import { useTexts } from '../../../../lib/locale.ts';
import { Screen } from '../../../../lib/Screen.tsx';
import { activation as en } from '../../../../locales/en/activation.ts';
import { activation as id } from '../../../../locales/id/activation.ts';
import { Waiting, type WaitingProps } from '../../../tokens/index.ts';
import { ActivationSteps } from '../ActivationSteps.tsx';
import { type Address, currentAddresses } from '../currentTokens.ts';
import { useGo } from '../useGo.ts';

/** A code to each address, each with its own parcel. One that is confirmed opens the way on. */
export function CodesScreen({ activation }: { activation: ActivationViewFragment }) {
  const t = useTexts({ id, en }).codes;
  const go = useGo('codes');
  const addresses = currentAddresses(activation.tokens);
  const confirmed = addresses.filter(({ token }) => token.state === 'VERIFIED');
  const pending = addresses.filter(({ token }) => token.state !== 'VERIFIED');
  const replace = () => go('replaceAddress', activation.id);

  return (
    <div className="flex flex-col gap-9">
      <Screen title={t.title} lead={t.lead} before={<ActivationSteps at="codes" />}>
        {confirmed.length > 0 ? (
          <Enough
            confirmed={confirmed}
            isMorePending={pending.length > 0}
            onGoOn={() => go('enoughConfirmed', activation.id)}
          />
        ) : null}
      </Screen>
      {pending.map((address) => (
        <PendingAddress
          key={address.token.id}
          address={address}
          submitKind={confirmed.length > 0 ? 'secondary' : 'primary'}
          confirmOther={(channel, className) =>
            confirmed.some((other) => other.channel === channel) ? null : (
              <OtherWay
                {...{ channel, className }}
                other={pending.find((other) => other.channel === channel)}
                onAdd={replace}
              />
            )
          }
          onReplace={replace}
        />
      ))}
    </div>
  );
}

type EnoughProps = { confirmed: readonly Address[]; isMorePending: boolean; onGoOn: () => void };

/** Takes the focus when an address has just been confirmed: the way on is here. */
function Enough({ confirmed, isMorePending, onGoOn }: EnoughProps) {
  const t = useTexts({ id, en }).codes;
  const box = useRef<HTMLDivElement>(null);
  const count = confirmed.length;
  const before = useRef(count);
  const isFirst = useRef(true);

  useEffect(() => {
    const isNew = isFirst.current ? document.activeElement === document.body : count > before.current;
    isFirst.current = false;
    before.current = count;
    if (isNew) box.current?.focus();
  }, [count]);

  return (
    <div ref={box} tabIndex={-1} className="flex flex-col items-start gap-5 outline-none">
      <ul className="flex flex-col gap-1.5">
        {confirmed.map(({ channel, maskedAddress, token }) => (
          <li key={token.id} className="flex flex-wrap items-center gap-2 font-semibold text-sirih">
            <span className="grid size-6 place-items-center rounded-full bg-sirih text-white">
              <CheckIcon className="size-3.5" />
            </span>
            {t.confirmed[channel]}
            <span className="font-normal text-ink-2">{maskedAddress}</span>
          </li>
        ))}
      </ul>
      <Note live tone="good" title={t.enough}>
        {isMorePending ? t.enoughPending : null}
      </Note>
      <Button onPress={onGoOn}>{t.goOn}</Button>
    </div>
  );
}

type OtherWayProps = {
  channel: Address['channel'];
  className: string;
  other: Address | undefined;
  onAdd: () => void;
};

/** To the other address: its code stands ready on this page, or it is yet to be named. */
function OtherWay({ channel, className, other, onAdd }: OtherWayProps) {
  const t = useTexts({ id, en }).codes;
  const target = other && titleIdOf(other);
  return other === undefined ? (
    <button type="button" className={className} onClick={onAdd}>
      {t.add[channel]}
    </button>
  ) : (
    <a
      href={`#${target}`}
      className={className}
      onClick={(event) => {
        event.preventDefault();
        document.querySelector<HTMLInputElement>(`[aria-labelledby="${target}"] input`)?.focus();
      }}
    >
      {t.toOther[channel]}
    </a>
  );
}

const titleIdOf = ({ token }: Address): string => `address-${token.id}`;

type PendingProps = {
  address: Address;
  submitKind: ButtonKind;
  confirmOther: WaitingProps['confirmOther'];
  onReplace: () => void;
};

function PendingAddress({ address, submitKind, confirmOther, onReplace }: PendingProps) {
  const t = useTexts({ id, en }).codes;
  const { channel, maskedAddress, token } = address;
  const titleId = titleIdOf(address);
  return (
    <section aria-labelledby={titleId} className="border-t border-line pt-8">
      <Waiting
        tokenId={token.id}
        submitLabel={t.submit[channel]}
        submitKind={submitKind}
        confirmOther={confirmOther}
        addresses={{
          can: 'replace',
          link: (className) => (
            <button type="button" className={className} onClick={onReplace}>
              {t.correct[channel]}
            </button>
          ),
        }}
        startOver={(className) => (
          <button type="button" className={className} onClick={onReplace}>
            {t.again}
          </button>
        )}
      >
        <div className="-mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <h2 id={titleId} className="text-lg font-semibold">
            {t.section[channel](maskedAddress)}
          </h2>
          <Button kind="quiet" onPress={onReplace}>
            {t.replace[channel]}
          </Button>
        </div>
      </Waiting>
    </section>
  );
}
