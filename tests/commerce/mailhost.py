"""A real mail server (aiosmtpd) for the tests: keeps what it accepts as JSON files that Python's own mail parser wrote.

Prints its port when it listens, and ends when its standard input is closed."""

import argparse
import asyncio
import email
import email.policy
import json
import logging
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Keeper:
    def __init__(self, folder, recipient_replies, body_replies):
        self.folder = pathlib.Path(folder)
        self.recipient_replies = recipient_replies
        self.body_replies = body_replies
        self.kept = 0

    def note(self, word):
        with open(self.folder / "talk", "a", encoding="utf-8") as talk:
            talk.write(word + "\n")

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.note("RCPT")
        reply = self.recipient_replies.pop(0) if self.recipient_replies else "250 OK"
        if reply.startswith("250"):
            envelope.rcpt_tos.append(address)
        return reply

    async def handle_DATA(self, server, session, envelope):
        self.note("DATA")
        reply = self.body_replies.pop(0) if self.body_replies else "250 OK"
        if not reply.startswith("250"):
            return reply
        raw = envelope.original_content
        head = raw.split(b"\r\n\r\n")[0].split(b"\r\n")
        mail = email.message_from_bytes(raw, policy=email.policy.SMTP)
        parts = list(mail.iter_parts())
        self.kept += 1
        seen = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "is_encrypted": session.ssl is not None,
            "login": (session.auth_data or b"").decode(),
            "sender": str(mail["From"]),
            "subject": str(mail["Subject"]),
            "message_id": str(mail["Message-ID"]),
            "longest_header_line": max(map(len, head)),
            "longest_line": max(map(len, raw.split(b"\r\n"))),
            "is_ascii": raw.isascii(),
            "defects": [str(defect) for defect in mail.defects],
            "types": [part.get_content_type() for part in parts],
            "bodies": [part.get_content().replace("\r\n", "\n") for part in parts],
        }
        # Written aside and renamed, so that nobody reads half a file.
        half = self.folder / "half"
        half.write_text(json.dumps(seen), encoding="utf-8")
        half.rename(self.folder / f"{self.kept}.json")
        return reply


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--folder", required=True)
    arguments.add_argument("--port", type=int, default=0)
    arguments.add_argument("--certificate")
    arguments.add_argument("--key")
    arguments.add_argument("--password")
    arguments.add_argument("--recipient-reply", action="append", default=[])
    arguments.add_argument("--body-reply", action="append", default=[])
    wish = arguments.parse_args()

    keeper = Keeper(wish.folder, wish.recipient_reply, wish.body_reply)
    tls = None
    if wish.certificate:
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(wish.certificate, wish.key)

    # Clients that hang up are what some tests are about.
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)

    def check(server, session, envelope, mechanism, login):
        keeper.note("AUTH")
        is_right = login.password.decode() == wish.password
        return AuthResult(success=is_right, handled=is_right, auth_data=login.login)

    def connection():
        return SMTP(
            keeper,
            hostname="mail.test",
            tls_context=tls,
            require_starttls=tls is not None,
            auth_required=wish.password is not None,
            authenticator=check if wish.password is not None else None,
        )

    async def serve():
        loop = asyncio.get_running_loop()
        server = await loop.create_server(connection, "127.0.0.1", wish.port)
        print(server.sockets[0].getsockname()[1], flush=True)
        await loop.run_in_executor(None, sys.stdin.read)
        server.close()

    asyncio.run(serve())


main()
