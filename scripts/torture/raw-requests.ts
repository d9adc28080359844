/**
 * Bytes that are not quite HTTP: contradictory lengths, smuggled requests, headers without end.
 */
import type { Chance } from './chance.ts'

const host = 'Host: frown.test\r\n'
const json = 'Content-Type: application/json\r\n'

const whole: readonly string[] = [
  'GET / HTTP/0.9\r\n\r\n',
  'GET /\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  `GET http://evil.example/api/v1/health HTTP/1.1\r\n${host}\r\n`,
  `OPTIONS * HTTP/1.1\r\n${host}\r\n`,
  `CONNECT evil.example:80 HTTP/1.1\r\n${host}\r\n`,
  `get / HTTP/1.1\r\n${host}\r\n`,
  `GET  /  HTTP/1.1\r\n${host}\r\n`,
  `GET / HTTP/1.1\r\n${host}${host}\r\n`,
  `GET / HTTP/1.1\r\n${host}: empty\r\n\r\n`,
  `GET / HTTP/1.1\r\n${host}a b: c\r\n\r\n`,
  `GET / HTTP/1.1\r\n${host}x: a\r\n folded\r\n\r\n`,
  `GET / HTTP/1.1\n${host}\n`,
  `GET /\u0000 HTTP/1.1\r\n${host}\r\n`,
  `GET /${'%41'.repeat(5_000)} HTTP/1.1\r\n${host}\r\n`,
  `GET / HTTP/1.1\r\n${host}${'x: y\r\n'.repeat(2_500)}\r\n`,
  `GET / HTTP/1.1\r\n${host}x: ${'y'.repeat(70_000)}\r\n\r\n`,
  `POST /api/v1/forecast/curves HTTP/1.1\r\n${host}${json}Content-Length: 4\r\nContent-Length: 2\r\n\r\n{}xx`,
  `POST /api/v1/forecast/curves HTTP/1.1\r\n${host}${json}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  `POST /api/v1/forecast/curves HTTP/1.1\r\n${host}${json}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`,
  `POST /api/v1/forecast/curves HTTP/1.1\r\n${host}${json}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`,
  `POST /api/v1/forecast/curves HTTP/1.1\r\n${host}${json}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n`,
  `POST /api/v1/forecast/curves HTTP/1.1\r\n${host}${json}Transfer-Encoding: chunked\r\n\r\n-1\r\n`,
  `POST /api/v1/forecast/curves HTTP/1.1\r\n${host}${json}Transfer-Encoding: chunked\r\n\r\n2;${'a'.repeat(30_000)}\r\n{}\r\n0\r\n\r\n`,
  `POST /api/v1/forecast/curves HTTP/1.1\r\n${host}${json}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nx: ${'t'.repeat(30_000)}\r\n\r\n`,
  `POST /api/v1/forecast/curves HTTP/1.1\r\n${host}${json}Content-Length: 99999999999999999999\r\n\r\n{}`,
  `POST /api/v1/forecast/curves HTTP/1.1\r\n${host}${json}Content-Length: 0x10\r\n\r\n{}`,
  `POST /api/v1/forecast/curves HTTP/1.1\r\n${host}${json}Content-Length: 1_0\r\n\r\n{}`,
  `POST /api/v1/forecast/curves HTTP/1.1\r\n${host}${json}Expect: 100-continue\r\nContent-Length: 2\r\n\r\n`,
  `GET /api/v1/health/live HTTP/1.1\r\n${host}Content-Length: 5\r\n\r\nGET /`,
  `GET /api/v1/health/live HTTP/1.1\r\n${host}Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n`
]

/** One of these, or one of them cut short, or with a byte of it changed. */
export function rawRequest(chance: Chance): Buffer {
  const bytes = Buffer.from(chance.of(whole), 'latin1')
  if (chance.happens(0.4)) return bytes
  if (chance.happens(0.5)) return bytes.subarray(0, 1 + chance.whole(bytes.length))
  const changed = Buffer.from(bytes)
  changed[chance.whole(changed.length)] = chance.whole(256)
  return changed
}
