/** The names and phrases of HTTP statuses that B2C writes into its errors: those of .NET's `HttpStatusCode`. */

/** Status to reason phrase; .NET's name is the phrase without spaces, hyphens and apostrophes, but for the exceptions. */
const phrases: ReadonlyMap<number, string> = new Map([
  [300, 'Multiple Choices'],
  [301, 'Moved Permanently'],
  [302, 'Found'],
  [303, 'See Other'],
  [304, 'Not Modified'],
  [305, 'Use Proxy'],
  [307, 'Temporary Redirect'],
  [308, 'Permanent Redirect'],
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [402, 'Payment Required'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [405, 'Method Not Allowed'],
  [406, 'Not Acceptable'],
  [407, 'Proxy Authentication Required'],
  [408, 'Request Timeout'],
  [409, 'Conflict'],
  [410, 'Gone'],
  [411, 'Length Required'],
  [412, 'Precondition Failed'],
  [413, 'Request Entity Too Large'],
  [414, 'Request-Uri Too Long'],
  [415, 'Unsupported Media Type'],
  [416, 'Requested Range Not Satisfiable'],
  [417, 'Expectation Failed'],
  [421, 'Misdirected Request'],
  [422, 'Unprocessable Entity'],
  [423, 'Locked'],
  [424, 'Failed Dependency'],
  [426, 'Upgrade Required'],
  [428, 'Precondition Required'],
  [429, 'Too Many Requests'],
  [431, 'Request Header Fields Too Large'],
  [451, 'Unavailable For Legal Reasons'],
  [500, 'Internal Server Error'],
  [501, 'Not Implemented'],
  [502, 'Bad Gateway'],
  [503, 'Service Unavailable'],
  [504, 'Gateway Timeout'],
  [505, 'Http Version Not Supported'],
  [506, 'Variant Also Negotiates'],
  [507, 'Insufficient Storage'],
  [508, 'Loop Detected'],
  [510, 'Not Extended'],
  [511, 'Network Authentication Required']
])

const names: ReadonlyMap<number, string> = new Map([
  [302, 'Redirect'],
  [303, 'RedirectMethod'],
  [414, 'RequestUriTooLong']
])

/** .NET's name of a status, as in `Code 'InternalServerError'`; the number itself when .NET has none. */
export const statusName = (status: number): string =>
  names.get(status) ?? phrases.get(status)?.replaceAll(/[^A-Za-z]/g, '') ?? String(status)

/** The reason phrase of a status, as in `Reason 'Internal Server Error'`. */
export const reasonPhrase = (status: number): string => phrases.get(status) ?? ''
