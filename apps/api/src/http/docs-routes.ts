import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { openApi } from './openapi.ts';
import { rules } from './route.ts';
import { Sessions } from './sessions.ts';

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Dangxiao API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="page"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;
const start = `SwaggerUIBundle({ url: '/api/docs/openapi.json', dom_id: '#page', deepLinking: true, validatorUrl: null });\n`;

/** The documentation page and its document; the page loads nothing from elsewhere and runs no inline script. */
@Injectable()
export class DocsRoutes implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly sessions: Sessions,
  ) {}

  onModuleInit(): void {
    const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
    const file = (name: string) => () => readFileSync(join(swagger, name));
    this.serve('/api/docs', 'text/html', () => page);
    this.serve('/api/docs/start.js', 'text/javascript', () => start);
    this.serve('/api/docs/swagger-ui.css', 'text/css', file('swagger-ui.css'));
    this.serve('/api/docs/swagger-ui-bundle.js', 'text/javascript', file('swagger-ui-bundle.js'));
    this.serve('/api/docs/openapi.json', 'application/json', () => JSON.stringify(openApi(this.sessions.cookieName)));
  }

  /** Made at the first request, then kept. */
  private serve(url: string, type: string, make: () => string | Buffer): void {
    let made: string | Buffer | undefined;
    this.host.httpAdapter.getInstance().route({
      method: 'GET',
      url,
      config: rules('public'),
      handler: async (_request, reply) => {
        made ??= make();
        return reply.type(`${type}; charset=utf-8`).header('cache-control', 'max-age=300').send(made);
      },
    });
  }
}
