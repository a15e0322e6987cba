import { commonErrors, endpoints, errorStatus, type Access, type Endpoint, type ErrorCode } from '@dangxiao/contracts';
import { z } from 'zod';
import { areas } from './openapi-areas.ts';

type Json = Record<string, unknown>;

const areaOf = (endpoint: Endpoint) => endpoint.id.split('.')[0] ?? '';

/** Many tools know arrays only by `items`: a tuple, e.g. an interval, says its length and what it is made of. */
function sayItems({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const { prefixItems } = jsonSchema;
  if (!prefixItems || jsonSchema.items) return;
  Object.assign(jsonSchema, { items: prefixItems[0], minItems: prefixItems.length, maxItems: prefixItems.length });
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: sayItems }) as Json;
  return rest;
}

function parametersOf(endpoint: Endpoint): Json[] {
  return (['params', 'query'] as const).flatMap((part) => {
    const { properties = {}, required = [] } = schemaOf(endpoint[part], 'input') as {
      properties?: Record<string, Json>;
      required?: string[];
    };
    return Object.entries(properties).map(([name, { description, ...schema }]) => ({
      name,
      in: part === 'params' ? 'path' : 'query',
      required: part === 'params' || required.includes(name),
      ...(description !== undefined && { description }),
      schema,
    }));
  });
}

function isEmpty(schema: z.ZodType): boolean {
  return Object.keys((schemaOf(schema, 'input').properties ?? {}) as Json).length === 0;
}

/** Codes that make sense for the endpoint: a public one knows no session, a reading one takes no body. */
function errorsOf(endpoint: Endpoint): ErrorCode[] {
  const closed: ErrorCode[] = ['not_signed_in', 'not_allowed', 'consent_required'];
  const writing: ErrorCode[] = ['origin_refused', 'malformed_request', 'body_too_large', 'unsupported_media_type'];
  const common = commonErrors.filter((code) => {
    if (closed.includes(code)) return endpoint.access !== 'public';
    return !writing.includes(code) || endpoint.method !== 'GET';
  });
  return [...new Set([...common, ...endpoint.errors])];
}

function responsesOf(endpoint: Endpoint): Json {
  const success = endpoint.raw
    ? { [endpoint.raw]: { schema: { type: 'string', contentMediaType: endpoint.raw } } }
    : { 'application/json': { schema: schemaOf(endpoint.response, 'output') } };
  const byStatus = Map.groupBy(errorsOf(endpoint), (code) => errorStatus[code]);
  const errors = [...byStatus].map(([status, codes]) => [
    String(status),
    {
      description: codes.map((code) => `\`${code}\``).join(', '),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
    },
  ]);
  return { '200': { description: 'Done', content: success }, ...Object.fromEntries(errors) };
}

function accessText(access: Access): string {
  if (access === 'public') return 'Open to anybody.';
  if (access === 'session') return 'For anybody signed in.';
  if (access === 'learner') return 'For an account that stands for a person.';
  return `Needs the permission \`${access.permission}\`; rows outside its subtrees do not exist for the caller.`;
}

function operationOf(endpoint: Endpoint): Json {
  const parameters = parametersOf(endpoint);
  return {
    operationId: endpoint.id,
    tags: [areaOf(endpoint)],
    summary: endpoint.summary,
    description: `${endpoint.description}\n\n${accessText(endpoint.access)}`,
    security: endpoint.access === 'public' ? [] : [{ session: [] }],
    ...(parameters.length > 0 && { parameters }),
    ...(!isEmpty(endpoint.body) && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } } },
    }),
    responses: responsesOf(endpoint),
  };
}

const error: Json = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'params', 'requestId'],
      properties: {
        code: { type: 'string', enum: Object.keys(errorStatus), description: 'From the closed list' },
        params: { type: 'object', description: 'Parameters of the wording' },
        fields: {
          type: 'array',
          description: 'With `validation_failed`: what is wrong with which field',
          items: {
            type: 'object',
            required: ['path', 'code', 'params'],
            properties: { path: { type: 'string' }, code: { type: 'string' }, params: { type: 'object' } },
          },
        },
        requestId: { type: 'string', description: 'Also in the header x-request-id' },
      },
    },
  },
};

/** The OpenAPI 3.1 document of the endpoint table. */
export function openApi(cookieName: string): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) };
  }
  const used = new Set(endpoints.map(areaOf));
  return {
    openapi: '3.1.1',
    info: {
      title: 'Dangxiao API',
      version: '1.0.0',
      description:
        'The online Party school. Writes are JSON and carry an Origin of this site. Files are uploaded by the tus protocol 1.0 at `/api/v1/uploads`.',
      contact: { name: 'The operator of this school' },
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0.html' },
    },
    servers: [{ url: '/api/v1', description: 'This server' }],
    tags: [...used].map((name) => ({ name, description: areas[name] ?? name })),
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: cookieName, description: 'Set by signing in; HttpOnly' },
      },
      schemas: { Error: error },
    },
  };
}
