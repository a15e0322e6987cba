import { Global, Module } from '@nestjs/common';
import { Gate } from './gate.ts';
import { Health } from './health.ts';
import { Sessions } from './sessions.ts';
import { DocsRoutes } from './docs-routes.ts';
import { WebRoutes } from './web-routes.ts';

@Global()
@Module({
  providers: [Sessions, Gate, Health, DocsRoutes, WebRoutes],
  exports: [Sessions, Gate],
})
export class HttpModule {}
