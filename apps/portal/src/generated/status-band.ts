/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type MaintenancePhase =
  | 'ANNOUNCED'
  /** More than 48 hours ahead. */
  | 'PLANNED'
  /** Mutations answer MAINTENANCE, except that drafts are still saved and people can sign out. */
  | 'RUNNING';

export type MaintenanceBandQueryVariables = Exact<{ [key: string]: never; }>;


export type MaintenanceBandQuery = { serviceStatus: { maintenance: Array<{ id: string, title: string, from: string, to: string, phase: MaintenancePhase }> } };


export const MaintenanceBandDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MaintenanceBand"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"serviceStatus"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maintenance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}}]}}]}}]}}]} as unknown as DocumentNode<MaintenanceBandQuery, MaintenanceBandQueryVariables>;