// Which port is free. Node's own modules only.
import net from 'node:net'

/** @returns the port that was asked for with PORT, 3000 unless told. */
export function wantedPort() {
  const port = Number(process.env.PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT is a number from 1 to 65535, not ${process.env.PORT}.`)
  return port
}

/**
 * @param {number} wanted from 1 to 65535.
 * @returns {Promise<number>} the wanted port, or the first free one after it.
 */
export async function firstFreePort(wanted) {
  for (let port = wanted; port <= 65_535; port++) if (await isFree(port)) return port
  throw new Error(`There is no free port from ${wanted} on.`)
}

/** @returns {Promise<number>} a free port on loopback that the system chooses. */
export function anyFreePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/** Some systems let a second program listen beside one that listens on loopback only, so both are asked. */
async function isFree(port) {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port))
}

function canListen(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host }, () => server.close(() => resolve(true)))
  })
}
