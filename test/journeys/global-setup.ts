import { ProductServer } from '../support/server.ts';

/** Starts a product server with the demo school, unless BASE_URL names one that runs already. @returns the teardown */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.BASE_URL) return undefined;
  const server = await ProductServer.start({ demo: true });
  process.env.BASE_URL = server.baseUrl;
  process.env.DATABASE_OWNER_URL = server.addresses.ownerUrl;
  return () => server.stop();
}
