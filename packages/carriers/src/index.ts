export { type CarriersConfig, CarriersFileError, readCarriersFile } from './config/read.ts';
export { Secret } from './config/secret.ts';
export { routeDigest } from './config/settings.ts';
export type {
  Carrier,
  Channel,
  Connections,
  DeliveryReceipt,
  Limit,
  Outbound,
  ReceiptListener,
  ReceiptState,
  Refusal,
  Scope,
  Sender,
  SendOutcome,
  Signal,
} from './contract.ts';
export { RouteError, TAKEN_BACK } from './contract.ts';
export { type Bounce, type BounceIntake, startBounceIntake } from './email/bounces/intake.ts';
export { type RecipientReport, type Report, reportFor } from './email/bounces/report-for.ts';
export { openRoute as openCarrier, type RouteConfig } from './registry.gen.ts';
export { fitsOneSms, smsParts } from './sms/gsm7.ts';
