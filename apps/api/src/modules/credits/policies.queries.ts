import type { credits, ResponseOf } from '@dangxiao/contracts';

export type PolicyView = ResponseOf<typeof credits.createPolicy>;

export interface PolicyRow {
  id: string;
  version: number;
  validFrom: string;
  name: string;
  body: Omit<PolicyView, 'id' | 'version' | 'validFrom' | 'name' | 'createdAt'>;
  createdAt: Date;
}

export const policyColumns = `id, version, valid_from as "validFrom", name, body, created_at as "createdAt"`;

export const policyView = ({ id, version, validFrom, name, body, createdAt }: PolicyRow): PolicyView => ({
  ...body,
  id,
  version,
  validFrom,
  name,
  createdAt: createdAt.toISOString(),
});
