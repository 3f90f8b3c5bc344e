export { type CarriersConfig, CarriersFileError, readCarriersFile } from './config/read.ts';
export { Secret } from './config/secret.ts';
export type {
  Carrier,
  Channel,
  DeliveryReceipt,
  Outbound,
  ReceiptListener,
  ReceiptState,
  Scope,
  Sender,
  SendOutcome,
} from './contract.ts';
export { openRoute as openCarrier, type RouteConfig } from './registry.gen.ts';
export { fitsOneSms, smsParts } from './sms/gsm7.ts';
