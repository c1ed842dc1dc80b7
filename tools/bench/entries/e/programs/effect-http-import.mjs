import * as NodeHttpServer from '@effect/platform-node/NodeHttpServer'
import * as HttpRouter from 'effect/http/HttpRouter'
if (!NodeHttpServer.layer || !HttpRouter.add) process.exit(1)
