export { AccountsModule } from './accounts.module.ts';
export { ActivationCodes } from './activation-codes.ts';
export { AdministratorExists, CreateFirstAdministrator } from './create-first-administrator.ts';
/** @public The demo's loader takes them from the build. */
export { DEMO_ACCOUNTS, type DemoAccount } from './demo-accounts.ts';
export { PasswordHasher } from './password-hasher.ts';
