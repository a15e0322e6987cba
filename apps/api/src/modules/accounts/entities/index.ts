import { Account } from './account.ts';
import { ActivationCode } from './activation-code.ts';
import { ExternalIdentity } from './external-identity.ts';
import { RecoveryCode } from './recovery-code.ts';
import { RoleGrant } from './role-grant.ts';
import { SecondFactor } from './second-factor.ts';
import { SeeAs } from './see-as.ts';
import { Session } from './session.ts';
import { SignInThrottle } from './sign-in-throttle.ts';

export const accountsEntities = [
  Account,
  ActivationCode,
  ExternalIdentity,
  RecoveryCode,
  RoleGrant,
  SecondFactor,
  SeeAs,
  Session,
  SignInThrottle,
];
