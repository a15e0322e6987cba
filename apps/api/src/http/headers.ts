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

/** The same on every answer, so written down once instead of worked out by request. */
function headersFor(secure: boolean): Record<string, string> {
  return {
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
    ...(secure && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  };
}

/** Security headers and the request id on every answer; answers of the API are not cached unless they say so. */
export function installHeaders(instance: FastifyInstance, secure: boolean): void {
  const fixed = headersFor(secure);
  instance.addHook('onRequest', (request, reply, next) => {
    reply.headers(fixed);
    reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    next();
  });
}
