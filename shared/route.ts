import type { Static, TSchema } from 'typebox'

/** Media types that travel as bytes, not as JSON. */
export type Bytes =
  | 'message/rfc822'
  | 'multipart/form-data'
  | 'application/octet-stream'
  | 'application/xml'
  | 'text/plain'
  | 'text/event-stream'
  | 'text/csv'

/** One entry of the contract: the server mounts it, the browser calls it, OpenAPI is printed from it. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: `/${string}`
  /** What the body is, when it is not JSON. */
  consumes?: Bytes
  /** What the answer is, when it is not JSON. */
  produces?: Bytes
  /** True where nobody is signed in yet. */
  open?: boolean
  /**
   * What an access token must be allowed for this route, where that does not follow from the method (`read` for GET, else
   * `write`). `session`: none will do, it takes a person who signed in.
   */
  scope?: 'read' | 'write' | 'session'
  /** True where a browser may come by itself with a ticket for this download (`openDownload`) in place of a token. */
  ticketed?: boolean
  /** How long a caller waits for the answer, where the work takes longer than half a minute. */
  answerMs?: number
  /** How many tries one address has in a minute, where guessing must be slow. */
  triesPerMinute?: number
  schema: {
    summary: string
    /** What a caller may wonder about. */
    description?: string
    params?: TSchema
    querystring?: TSchema
    body?: TSchema
    /** The fields beside the file in a `multipart/form-data` body. */
    form?: TSchema
    /** Headers of its own that it heeds. */
    headers?: TSchema
    /** The answer of each success status; refusals are the same everywhere (`refusal.ts`). */
    response: Partial<Record<200 | 201 | 202 | 204, TSchema>>
  }
}

/** Keeps the literal types of a route, so that both ends can infer from it. */
export function route<const Literal extends Route>(literal: Literal): Literal {
  return literal
}

type Part<R extends Route, Name extends 'params' | 'querystring' | 'body'> = R['schema'][Name] extends TSchema
  ? Record<Name, Static<R['schema'][Name]>>
  : unknown

/** Bytes in hand, or the platform's blob (named by its shape, since neither DOM nor Node is known here). */
type ByteSource = Uint8Array | { size: number; type: string; arrayBuffer(): Promise<ArrayBuffer> }

type BytesBody<R extends Route> = R['consumes'] extends Bytes ? { body: ByteSource } : unknown

/** What a caller must hand over: the parts that the route's schemas name. */
export type Input<R extends Route> = Part<R, 'params'> & Part<R, 'querystring'> & Part<R, 'body'> & BytesBody<R>

type Answers<R extends Route> = R['schema']['response'][keyof R['schema']['response']]

/** What the server answers on success, whatever the success status. */
export type Output<R extends Route> = Answers<R> extends TSchema ? Static<Answers<R>> : never
