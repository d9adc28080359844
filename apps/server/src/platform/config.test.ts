import { availableParallelism } from 'node:os'
import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('the configuration', () => {
  it.each([
    {
      why: 'is loopback, port 3000 and ./var where nothing is said',
      environment: {},
      config: {
        host: '127.0.0.1',
        port: 3000,
        directory: '/home/someone/var',
        databaseUrl: null,
        origin: 'http://127.0.0.1:3000',
        threads: Math.min(availableParallelism(), 256),
        logLevel: 'warn',
        metrics: null,
        trustedProxies: [],
        limits: { reading: 1_200, writing: 60, computing: 120 },
        authSecret: null,
        mail: null
      }
    },
    {
      why: 'takes what is said',
      environment: {
        HOST: '::1',
        PORT: '0',
        FROWN_DIR: '/srv/frown',
        DATABASE_URL: 'postgres://u:p@db/frown',
        ORIGIN: 'https://frown.example',
        FROWN_THREADS: '3',
        LOG_LEVEL: 'info',
        METRICS_PORT: '9464',
        FROWN_TRUSTED_PROXIES: '10.0.0.0/8, fd00::1,loopback',
        FROWN_LIMITS: 'reading=3000, writing=1',
        FROWN_AUTH_SECRET: 'x'.repeat(32),
        SMTP_URL: 'smtps://u:p@mail.example:465',
        MAIL_FROM: 'Frown <frown@mail.example>'
      },
      config: {
        host: '::1',
        port: 0,
        directory: '/srv/frown',
        databaseUrl: 'postgres://u:p@db/frown',
        origin: 'https://frown.example',
        threads: 3,
        logLevel: 'info',
        metrics: { host: '127.0.0.1', port: 9464 },
        trustedProxies: ['10.0.0.0/8', 'fd00::1', 'loopback'],
        limits: { reading: 3_000, writing: 1, computing: 120 },
        authSecret: 'x'.repeat(32),
        mail: { smtpUrl: 'smtps://u:p@mail.example:465', from: 'Frown <frown@mail.example>' }
      }
    },
    {
      why: 'reads what is empty as not said',
      environment: { PORT: '', HOST: ' ' },
      config: { port: 3000, host: '127.0.0.1' }
    },
    {
      why: 'takes limits off, and metrics elsewhere',
      environment: { FROWN_LIMITS: 'off', METRICS_PORT: '0', METRICS_HOST: '10.0.0.7' },
      config: { limits: null, metrics: { host: '10.0.0.7', port: 0 } }
    }
  ])('$why', ({ environment, config }) => {
    expect(readConfig(environment, '/home/someone')).toMatchObject({ ok: true, value: config })
  })

  it.each([
    { name: 'PORT', value: 'http' },
    { name: 'PORT', value: '70000' },
    { name: 'PORT', value: '-1' },
    { name: 'PORT', value: '1e3' },
    { name: 'HOST', value: 'a b' },
    { name: 'DATABASE_URL', value: 'mysql://u:secret@db/frown' },
    { name: 'DATABASE_URL', value: 'postgres://u:secret@db' },
    { name: 'ORIGIN', value: 'frown.example' },
    { name: 'ORIGIN', value: 'https://frown.example/path' },
    { name: 'FROWN_THREADS', value: '0' },
    { name: 'FROWN_THREADS', value: '1.5' },
    { name: 'FROWN_THREADS', value: '-2' },
    { name: 'FROWN_THREADS', value: '257' },
    { name: 'FROWN_THREADS', value: 'many' },
    { name: 'LOG_LEVEL', value: 'loud' },
    { name: 'METRICS_PORT', value: 'no' },
    { name: 'FROWN_AUTH_SECRET', value: 'a-secret-too-short' },
    { name: 'SMTP_URL', value: 'mail.example' },
    { name: 'SMTP_URL', value: 'https://u:secret@mail.example' },
    { name: 'MAIL_FROM', value: 'Frown' },
    { name: 'MAIL_FROM', value: 'a@b.example\nBcc: c@d.example' },
    ...['*', 'true', '10.0.0.0/0', '10.0.0.0/33', '10.0.0/8', 'proxy.example', '10.0.0.1,', '1.2.3.4/8/8'].map(
      value => ({ name: 'FROWN_TRUSTED_PROXIES', value })
    ),
    ...['on', 'reading', 'reading=0', 'reading=-1', 'reading=1.5', 'talking=3', 'reading=1;writing=2'].map(value => ({
      name: 'FROWN_LIMITS',
      value
    }))
  ])('refuses $name=$value with a sentence that names it', ({ name, value }) => {
    const read = readConfig({ [name]: value }, '/')
    expect(read).toMatchObject({ ok: false, error: { code: 'input/invalid', place: name } })
    expect(JSON.stringify(read)).not.toContain('secret')
  })

  it.each([
    { said: { SMTP_URL: 'smtp://mail.example' }, lacks: 'MAIL_FROM' },
    { said: { MAIL_FROM: 'frown@mail.example' }, lacks: 'SMTP_URL' }
  ])('refuses $said without $lacks', ({ said, lacks }) => {
    expect(readConfig(said, '/')).toMatchObject({ ok: false, error: { code: 'input/invalid', place: lacks } })
  })
})
