import { useMutation } from '@apollo/client/react';
import { Button } from '@sampai/ui/Button';
import { Note } from '@sampai/ui/Note';
import { useState } from 'react';
import { type ContactChannelsQuery, RequestChannelCodeDocument } from '../../generated/contact-channels.ts';
import { until } from '../../lib/format.ts';
import { type Sentence, saidOnly, useLocale, useTexts } from '../../lib/locale.ts';
import { isRefusal } from '../../lib/refusal.ts';
import { serverNow } from '../../lib/serverClock.ts';
import { TroubleView } from '../../lib/states.tsx';
import { contactChannels as en } from '../../locales/en/contact-channels.ts';
import { contactChannels as id } from '../../locales/id/contact-channels.ts';
import { Waiting } from '../tokens/index.ts';

type Pending = ContactChannelsQuery['contactChannels'][number];
type Refused = { message: Sentence; until: string | null };

/** An address whose code has not been entered yet: the field and the parcel, as on the page where it was asked for. */
export function PendingChannel({ waiting, onChanged }: { waiting: Pending; onChanged: () => void }) {
  const t = useTexts({ id, en });
  const { channel, maskedAddress, token } = waiting;
  const titleId = `waits-${channel}`;
  const head = (
    <h2 id={titleId} className="-mb-3 text-lg font-semibold">
      {t.waits[channel](maskedAddress)}
    </h2>
  );
  return (
    <section aria-labelledby={titleId} className="border-t border-line pt-8">
      {token === null ? (
        <div className="flex flex-col gap-6">
          {head}
          <AskAnew {...{ channel, onChanged }} />
        </div>
      ) : (
        <Waiting
          key={token.id}
          tokenId={token.id}
          submitLabel={t.submit[channel]}
          onVerified={onChanged}
          // The other address is the one that opened the account: there is none to confirm instead.
          confirmOther={() => null}
          startOver={() => <AskAnew {...{ channel, onChanged }} />}
        >
          {head}
        </Waiting>
      )}
    </section>
  );
}

/** A new code where the last one is over: free, as every code is that confirms an address. */
function AskAnew({ channel, onChanged }: { channel: Pending['channel']; onChanged: () => void }) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  const [request, { loading, error }] = useMutation(RequestChannelCodeDocument);
  const [refused, setRefused] = useState<Refused>();

  const ask = async () => {
    setRefused(undefined);
    const answer = (await request({ variables: { channel } }).catch(() => undefined))?.data
      ?.requestChannelCode;
    if (answer && isRefusal(answer))
      setRefused({ message: saidOnly(answer.message), until: answer.until ?? null });
    else if (answer) onChanged();
  };

  const why = refused?.message(locale);
  return (
    <div className="flex flex-col items-start gap-5">
      {error ? <TroubleView error={error} /> : null}
      {why === undefined ? null : (
        <Note live title={why}>
          {refused?.until ? t.backAt(until(refused.until, serverNow(), locale)) : null}
        </Note>
      )}
      <Button isPending={loading} pendingLabel={t.sending} onPress={ask}>
        {t.ask[channel]}
      </Button>
    </div>
  );
}
