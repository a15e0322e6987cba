import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.ts';
import { Activate } from './activate.ts';
import { Activation } from './activation.ts';
import { ActivationCodes } from './activation-codes.ts';
import { ChangePassword } from './change-password.ts';
import { CheckActivationCode } from './check-activation-code.ts';
import { CreateFirstAdministrator } from './create-first-administrator.ts';
import { GetMe } from './get-me.ts';
import { GetPrivacyNotice } from './get-privacy-notice.ts';
import { GetSchool } from './get-school.ts';
import { GiveConsent } from './give-consent.ts';
import { GrantRole } from './grant-role.ts';
import { IssueActivationCode } from './issue-activation-code.ts';
import { ListMySessions } from './list-my-sessions.ts';
import { ListRoleGrants } from './list-role-grants.ts';
import { PasswordCheck } from './password-check.ts';
import { PasswordHasher } from './password-hasher.ts';
import { RevokeMySession } from './revoke-my-session.ts';
import { RevokeRole } from './revoke-role.ts';
import { SetAccountDisabled } from './set-account-disabled.ts';
import { SignIn } from './sign-in.ts';
import { SignOut } from './sign-out.ts';
import { SweepAccounts } from './sweep-accounts.ts';
import { Throttle } from './throttle.ts';

@Module({
  imports: [PeopleModule],
  controllers: [
    GetSchool,
    SignIn,
    SignOut,
    GetMe,
    ListMySessions,
    RevokeMySession,
    ChangePassword,
    GetPrivacyNotice,
    GiveConsent,
    CheckActivationCode,
    Activate,
    IssueActivationCode,
    SetAccountDisabled,
    ListRoleGrants,
    GrantRole,
    RevokeRole,
  ],
  providers: [
    ActivationCodes,
    Activation,
    CreateFirstAdministrator,
    PasswordCheck,
    PasswordHasher,
    SweepAccounts,
    Throttle,
  ],
  exports: [CreateFirstAdministrator, PasswordHasher],
})
export class AccountsModule {}
