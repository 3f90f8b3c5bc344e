import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Filing } from '#modules/filing';
import type { Caller } from '#platform/caller';

type CallerOf = (request: FastifyRequest, reply: FastifyReply) => Promise<Caller>;

/** A receipt as PDF, to a session of its owner; for everybody else it does not exist. */
export function serveReceipts(scope: FastifyInstance, filing: Filing, callerOf: CallerOf): void {
  scope.get<{ Params: { number: string } }>('/receipts/:number.pdf', async (request, reply) => {
    const { taxpayerId } = await callerOf(request, reply);
    const { number } = request.params;
    const pdf =
      taxpayerId && /^[\w-]{1,64}$/.test(number) ? await filing.receiptPdf(taxpayerId, number) : null;
    if (!pdf)
      return reply
        .code(404)
        .send({ errors: [{ message: 'There is no such receipt.', extensions: { code: 'NOT_FOUND' } }] });
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${number}.pdf"`)
      .send(Buffer.from(pdf));
  });
}
