import type { components } from '#lib/api/schema.ts'
import type { Charts } from '#lib/charts/charts.server.ts'

declare global {
  /** Set by vite.config.ts from package.json. */
  const __FROWN_VERSION__: string

  namespace App {
    interface Error {
      message: string
      /** What would mend it, where the API says so. */
      remedy?: string
      /** What may have been meant. */
      suggestions?: { href: string; label: string }[]
    }
    interface Locals {
      /** The charts of this response, drawn once and put into the page after it is rendered. */
      charts: Charts
      /** Who is signed in. */
      account: components['schemas']['Account'] | null
      /** Cookies that the API set while this page was made. */
      setCookies: string[]
    }
    interface PageData {
      title?: string
      description?: string
      /** Of one reader: not of a day of the register, and not to be cited. */
      personal?: boolean
    }
  }
}

declare module 'node:http' {
  interface IncomingMessage {
    /** Set by the server that mounts the site: answers an API request in-process. */
    frownApi?: (request: Request) => Promise<Response>
    /** Set by it too: puts a fault into the server's log and returns the id under which it is there. */
    frownFault?: (error: unknown) => string
  }
}
