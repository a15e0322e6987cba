import type { FastifyInstance } from 'fastify';

const csp = [
  "default-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
  "script-src 'self'",
  "script-src-attr 'none'",
  // component libraries set style attributes and insert style elements
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "media-src 'self' blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
].join('; ');

const strict = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };

/** For answers that are data: a browser shall neither run, frame nor sniff them. Few and short, as they go out with every answer. */
const forData = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

const forPages = (secure: boolean) => ({
  'content-security-policy': secure ? `${csp}; upgrade-insecure-requests` : csp,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
});

const isData = (url: string) => url.startsWith('/api/') && !url.startsWith('/api/docs');

/** Security headers and the request id on every answer; an answer of the API is not kept by anybody unless its handler says so. */
export function installHeaders(instance: FastifyInstance, secure: boolean): void {
  const pages = { ...forPages(secure), ...(secure && strict) };
  const data = { ...forData, ...(secure && strict) };
  instance.addHook('onRequest', (request, reply, next) => {
    reply.headers(isData(request.url) ? data : pages);
    reply.header('x-request-id', request.id);
    next();
  });
}
