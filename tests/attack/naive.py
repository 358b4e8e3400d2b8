#!/usr/bin/env python3
"""A server that trusts everybody: it has no limit, no deadline and no doubt. The attacks must be seen to succeed here, or
they would prove nothing elsewhere.

    naive.py http|tls|eager PORT FOLDER

"eager" also looks at every address that it is told.
"""
import asyncio, base64, contextlib, hashlib, re, socket, ssl, sys

MAGIC = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
IS_EAGER = len(sys.argv) > 1 and sys.argv[1] == "eager"


async def look_at(words):
    for host, port in re.findall(rb"http://([\w.]+):(\d+)/", words):
        with contextlib.suppress(OSError):
            _, writer = await asyncio.open_connection(host.decode(), int(port))
            writer.close()


async def talk(reader, writer):
    kept = bytearray()
    try:
        while True:
            end = kept.find(b"\n\r\n")
            while end < 0 and kept.find(b"\n\n", max(0, len(kept) - 70000)) < 0:
                piece = await reader.read(65536)
                if not piece:
                    return
                searched = max(0, len(kept) - 3)
                kept += piece
                end = kept.find(b"\n\r\n", searched)
            end = end + 3 if end >= 0 else kept.find(b"\n\n") + 2
            head = bytes(kept[:min(end, 100000)])
            del kept[:end]
            key = re.search(rb"(?i)sec-websocket-key: *(\S+)", head)
            if key:
                accept = base64.b64encode(hashlib.sha1(key.group(1) + MAGIC).digest())
                writer.write(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n")
                while True:  # listens for ever and answers with as much
                    piece = await reader.read(65536)
                    if not piece:
                        return
                    kept += piece
                    writer.write(piece)
            length = re.search(rb"(?i)content-length: *(\d+)", head)
            missing = (int(length.group(1)) if length else 0) - len(kept)
            while missing > 0:
                piece = await reader.read(65536)
                if not piece:
                    return
                kept += piece
                missing -= len(piece)
            if IS_EAGER:
                await look_at(head + bytes(kept))
            if length:
                del kept[:int(length.group(1))]
            origin = re.search(rb"(?i)\norigin: *([^\r\n]+)", head)
            allow = b"Access-Control-Allow-Origin: " + origin.group(1) + b"\r\n" if origin else b""
            writer.write(b"HTTP/1.1 200 OK\r\n" + allow + b"Content-Length: 20000\r\n\r\n" + b"x" * 20000)
    except (OSError, ValueError):
        pass
    finally:
        writer.close()


async def serve(port):
    server = await asyncio.start_server(talk, "127.0.0.1", port, backlog=4096, limit=2 ** 30)
    await server.serve_forever()


def serve_tls(port, folder):
    """Shakes one hand after the other, as long as it takes."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder + "/cert.pem", folder + "/key.pem")
    with socket.create_server(("127.0.0.1", port), backlog=4096) as listening:
        while True:
            peer = listening.accept()[0]
            try:
                with context.wrap_socket(peer, server_side=True) as secure:
                    secure.recv(65536)
                    secure.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            except OSError:
                pass


if __name__ == "__main__":
    if sys.argv[1] == "tls":
        serve_tls(int(sys.argv[2]), sys.argv[3])
    else:
        asyncio.run(serve(int(sys.argv[2])))
