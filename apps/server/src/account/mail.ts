/**
 * Sends one-time links by mail, where the operator has set a mail server.
 */
import { createTransport } from 'nodemailer'

export interface MailSettings {
  readonly smtpUrl: string
  readonly from: string
}

/** Sends a text to one address. */
export type SendMail = (message: { to: string; subject: string; text: string }) => Promise<void>

const longestMs = 15_000

export function mailer({ smtpUrl, from }: MailSettings): SendMail {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: longestMs,
    greetingTimeout: longestMs,
    socketTimeout: longestMs,
    disableFileAccess: true,
    disableUrlAccess: true
  })
  return async message => {
    await transport.sendMail({ from, ...message })
  }
}

export const linkMessage = (link: string) => ({
  subject: 'Your link to sign in to Frown',
  text: `Somebody, probably you, asked to sign in to Frown with this address.

${link}

The link works once, for 15 minutes. It asks you to press a button before it signs you in.
If it was not you, do nothing: without this link nobody gets in.
`
})
