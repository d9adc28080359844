import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'

export interface Mail {
  readonly from: string
  readonly to: string
  readonly text: string
}

export interface SmtpServer {
  readonly url: string
  readonly mails: Mail[]
  stop(): Promise<void>
}

/** Speaks as much SMTP (RFC 5321) as takes a mail, on this machine alone, and keeps what it is given. */
export async function smtpServer(): Promise<SmtpServer> {
  const mails: Mail[] = []
  const server = createServer(socket => {
    let [from, to, body, unread] = ['', '', '', '']
    let inBody = false
    const say = (line: string) => socket.write(`${line}\r\n`)
    const take = (line: string) => {
      if (inBody && line === '.') {
        mails.push({ from, to, text: decoded(body) })
        inBody = false
        return say('250 kept')
      }
      if (inBody) {
        body += `${line}\r\n`
        return
      }
      const [command = ''] = line.split(' ')
      if (/^MAIL/i.test(command)) from = addressIn(line)
      if (/^RCPT/i.test(command)) to = addressIn(line)
      if (/^DATA/i.test(command)) {
        inBody = true
        body = ''
        return say('354 go on')
      }
      if (/^QUIT/i.test(command)) socket.end('221 bye\r\n')
      else say('250 ok')
    }
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (unread + chunk).split('\r\n')
      unread = lines.pop() ?? ''
      lines.forEach(take)
    })
    say('220 test')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    stop: () => new Promise(resolve => server.close(() => resolve()))
  }
}

const addressIn = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? ''

/** Quoted-printable (RFC 2045), as far as ASCII goes. */
const decoded = (text: string): string =>
  text
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_all, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
