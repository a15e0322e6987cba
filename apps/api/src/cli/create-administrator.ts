import 'reflect-metadata';
import { createApp } from '../create-app.ts';
import { Clock } from '../config/clock.ts';
import { Config } from '../config/config.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { ApiError } from '../http/api-error.ts';
import { AdministratorExists, CreateFirstAdministrator } from '../modules/accounts/index.ts';
import { createSchool } from '../modules/school/index.ts';

/**
 * Program: `create-administrator.js LOGIN SCHOOL_NAME`. Opens the school where there is none yet, and prints the one-time code of its
 * first administrator as one line of JSON.
 */
async function main(login: string, schoolName: string): Promise<void> {
  const config = Config.fromProcess();
  const app = await createApp(config);
  try {
    await app.init();
    const now = app.get(Clock).now();
    const issued = await app.get(UnitOfWork, { strict: false }).run(async (tx) => {
      const school = await tx.one('select from school');
      if (!school) await createSchool(tx, { name: schoolName, zone: config.zone, now });
      return app.get(CreateFirstAdministrator, { strict: false }).run(tx, login);
    });
    console.log(JSON.stringify(issued));
  } finally {
    await app.close();
  }
}

main(process.argv[2] ?? '', process.argv[3] ?? '').then(
  () => process.exit(0),
  (error: unknown) => {
    if (error instanceof ApiError)
      console.error(
        'That is no login name: 3 to 60 letters, digits and . _ @ -, beginning with a letter or digit, and no phone number.',
      );
    else console.error(error instanceof AdministratorExists ? error.message : error);
    process.exit(1);
  },
);
