import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A TCP address that stays the same while what is behind it comes and goes. */
export interface Relay {
  readonly port: number;
  /** Ends every open connection, so that the next question goes where questions go now. */
  cut(): void;
  close(): void;
}

/** Passes every connection on to the port that counts when it comes. */
export async function startRelay(portNow: () => number): Promise<Relay> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    const other = connect(portNow(), "127.0.0.1");
    socket.pipe(other).pipe(socket);
    join(open, socket, other);
    join(open, other, socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const cut = (): void => open.forEach((socket) => void socket.destroy());
  return {
    port,
    cut,
    close: () => {
      server.close();
      cut();
    },
  };
}

function join(open: Set<Socket>, one: Socket, another: Socket): void {
  open.add(one);
  one.on("error", () => another.destroy());
  one.on("close", () => {
    open.delete(one);
    another.destroy();
  });
}
