import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.ts';
import { Activate } from './activate.ts';
import { ActivationCodes } from './activation-codes.ts';
import { Activation } from './activation.ts';
import { ChangePassword } from './change-password.ts';
import { CheckActivationCode } from './check-activation-code.ts';
import { CloseSeeing } from './close-seeing.ts';
import { CodeCheck } from './code-check.ts';
import { ConfirmSecondFactor } from './confirm-second-factor.ts';
import { CreateFirstAdministrator } from './create-first-administrator.ts';
import { EndSeeAs } from './end-see-as.ts';
import { GetMe } from './get-me.ts';
import { WhoAmI } from './who-am-i.ts';
import { GetPrivacyNotice } from './get-privacy-notice.ts';
import { GetSchool } from './get-school.ts';
import { GetSecondFactor } from './get-second-factor.ts';
import { GetSecurity } from './get-security.ts';
import { GiveConsent } from './give-consent.ts';
import { GrantRole } from './grant-role.ts';
import { IssueActivationCode } from './issue-activation-code.ts';
import { ListDelegations } from './list-delegations.ts';
import { ListDependents } from './list-dependents.ts';
import { ListMySessions } from './list-my-sessions.ts';
import { ListMyViews } from './list-my-views.ts';
import { ListPersonSessions } from './list-person-sessions.ts';
import { ListRoleGrants } from './list-role-grants.ts';
import { PasswordCheck } from './password-check.ts';
import { PasswordHasher } from './password-hasher.ts';
import { RenewRecoveryCodes } from './renew-recovery-codes.ts';
import { ResetSecondFactor } from './reset-second-factor.ts';
import { RevokeMySession } from './revoke-my-session.ts';
import { RevokePersonSession } from './revoke-person-session.ts';
import { RevokeRole } from './revoke-role.ts';
import { SecondFactors } from './second-factors.ts';
import { Seeing } from './seeing.ts';
import { SetAccountDisabled } from './set-account-disabled.ts';
import { SetSecurity } from './set-security.ts';
import { SignIn } from './sign-in.ts';
import { SignOut } from './sign-out.ts';
import { StartSecondFactor } from './start-second-factor.ts';
import { StartSeeAs } from './start-see-as.ts';
import { SweepAccounts } from './sweep-accounts.ts';
import { SwitchOffSecondFactor } from './switch-off-second-factor.ts';
import { Throttle } from './throttle.ts';
import { VerifySecondFactor } from './verify-second-factor.ts';

@Module({
  imports: [PeopleModule],
  controllers: [
    GetSchool,
    SignIn,
    SignOut,
    GetMe,
    WhoAmI,
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
    ConfirmSecondFactor,
    EndSeeAs,
    GetSecondFactor,
    GetSecurity,
    ListDelegations,
    ListDependents,
    ListMyViews,
    ListPersonSessions,
    RenewRecoveryCodes,
    ResetSecondFactor,
    RevokePersonSession,
    SetSecurity,
    StartSecondFactor,
    StartSeeAs,
    SwitchOffSecondFactor,
    VerifySecondFactor,
  ],
  providers: [
    ActivationCodes,
    CloseSeeing,
    CodeCheck,
    SecondFactors,
    Seeing,
    Activation,
    CreateFirstAdministrator,
    PasswordCheck,
    PasswordHasher,
    SweepAccounts,
    Throttle,
  ],
  exports: [ActivationCodes, CreateFirstAdministrator, PasswordHasher],
})
export class AccountsModule {}
