"""Attacks through the server: addresses that only it can reach, planted wherever somebody can write one or hand in a
file. A neighbour that listens there must hear nothing."""
import http.client, io, itertools, json, re, socket, threading, time, urllib.parse, uuid, zipfile

from harness import exchange, LOCAL, Pulse, sources

HARMLESS = {"get", "post", "put", "patch"}
# What could end the session that asks.
SPARED = re.compile(r"/sessions|/auth/|password")
DEPTH_MAX = 6
TAKEN_MIN, FILES_MIN = 40, 4  # so many must get in, or nothing was planted


class Neighbour:
    """Listens on this machine only, like a service of an inner network, and counts who calls."""

    def __init__(self):
        self.heard = []
        self.listening = socket.create_server(("", 0), family=socket.AF_INET6, dualstack_ipv6=True)
        self.port = self.listening.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        while True:
            try:
                peer, address = self.listening.accept()
            except OSError:
                return
            self.heard.append(address[0])
            peer.close()

    def names(self):
        """Of the same place, as filters of addresses have been got round."""
        port = self.port
        return [f"http://127.0.0.1:{port}/a", f"https://127.0.0.1:{port}/a.png", f"http://[::1]:{port}/a",
                f"http://2130706433:{port}/a", f"http://0x7f000001:{port}/a", f"http://localhost:{port}/a",
                f"http://0:{port}/a", f"http://market.example@127.0.0.1:{port}/a", f"//127.0.0.1:{port}/a",
                f"https://localhost:{port}/a", f"gopher://127.0.0.1:{port}/_a", f"ftp://127.0.0.1:{port}/a",
                f"<img src=http://127.0.0.1:{port}/a>"]

    def close(self):
        self.listening.close()


def _sample(schema, schemas, name, depth=0):
    """A value of this schema that says the name wherever a text is taken."""
    if "$ref" in schema:
        schema = schemas.get(schema["$ref"].rsplit("/", 1)[-1], {})
    for union in ("oneOf", "anyOf", "allOf"):
        if union in schema:
            schema = {**schema[union][0], **{k: v for k, v in schema.items() if k != union}}
            return _sample(schema, schemas, name, depth)
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object" or "properties" in schema:
        inner = schema.get("properties", {}) if depth < DEPTH_MAX else {}
        return {key: _sample(value, schemas, name, depth + 1) for key, value in inner.items()}
    if kind == "array":
        return [_sample(schema.get("items", {}), schemas, name, depth + 1)]
    if kind in ("integer", "number"):
        return schema.get("minimum", 1)
    if kind == "boolean":
        return True
    if schema.get("format") == "uuid":
        return str(uuid.uuid4())
    if schema.get("format") in ("date-time", "date"):
        return "2030-01-01T00:00:00.000Z" if schema["format"] == "date-time" else "2030-01-01"
    return name


def _operations(target):
    """Method, path with the name in it, and body; of a server that describes nothing, one of each kind."""
    got = exchange(target, b"GET /openapi.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    try:
        described = json.loads(got.partition(b"\r\n\r\n")[2])
    except ValueError:
        yield "POST", "/", {}, lambda name: {"url": name}
        return
    schemas = described.get("components", {}).get("schemas", {})
    for path, methods in described["paths"].items():
        for method, said in methods.items():
            if method not in HARMLESS or (method != "get" and SPARED.search(path)):
                continue
            asked = [p["name"] for p in said.get("parameters", []) if p.get("in") == "query"
                     and p.get("schema", {}).get("type") == "string" and "enum" not in p["schema"]]
            schema = said.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema")
            yield (method.upper(), path, dict.fromkeys(asked),
                   (lambda name, s=schema: _sample(s, schemas, name)) if schema else None)


def _ask(target, address, method, path, body, kind="application/json"):
    headers = {"Idempotency-Key": str(uuid.uuid4())}
    if target.token:
        headers["Authorization"] = "Bearer " + target.token
    if body is not None:
        headers["Content-Type"] = kind
    peer = http.client.HTTPConnection(LOCAL, target.port, timeout=10, source_address=(address, 0))
    try:
        peer.request(method, path, body, headers)
        answer = peer.getresponse()
        answer.read()
        return answer.status
    finally:
        peer.close()


def _letter(name):
    """A Word document whose template, picture and entity lie elsewhere."""
    out = io.BytesIO()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr("[Content_Types].xml",
                       '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
        parts.writestr("_rels/.rels", "<Relationships/>")
        parts.writestr("word/_rels/settings.xml.rels",
                       f'<Relationships><Relationship Id="rId1" Type="{kind}attachedTemplate" Target="{name}" '
                       'TargetMode="External"/></Relationships>')
        parts.writestr("word/document.xml",
                       f'<!DOCTYPE a [<!ENTITY x SYSTEM "{name}">]><w:document>&x;</w:document>')
    return out.getvalue()


def _page(name):
    """A PDF that opens an address by itself, and says that its content lies there."""
    parts = [f"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI({name})>>>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
             "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>",
             f"<</Length 0/F<</FS/URL/F({name})>>>>stream\n\nendstream"]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += f"{number} 0 obj{part}endobj\n".encode()
    table = len(out)
    out += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return out + f"trailer<</Size {len(parts) + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF".encode()


def _files(name):
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><image href="{name}"/></svg>'.encode()
    yield "chat", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _letter(name)
    for purpose in ("chat", "kyc"):
        yield purpose, "application/pdf", _page(name)
    for purpose in ("profile_photo", "store_logo", "ad"):
        yield purpose, "image/svg+xml", picture
        yield purpose, "image/png", picture


def _claims(name, place):
    """Requests that ask the server to be a proxy, or name the neighbour where a server may look for its own name."""
    yield f"GET {name} HTTP/1.1\r\nHost: {place}\r\nConnection: close\r\n\r\n"
    yield f"CONNECT {place} HTTP/1.1\r\nHost: {place}\r\n\r\n"
    for field in ("X-Forwarded-Host", "X-Original-URL", "X-Rewrite-URL", "Referer", "Origin", "Destination", "Link",
                  "X-Wap-Profile", "From", "User-Agent", "X-Forwarded-For"):
        yield f"GET /docs HTTP/1.1\r\nHost: localhost\r\n{field}: {name}\r\nConnection: close\r\n\r\n"
    yield f"GET /docs HTTP/1.1\r\nHost: {place}\r\nConnection: close\r\n\r\n"


def inner_addresses(target, found):
    """S9: nothing that anybody writes or hands in makes the server ask somewhere."""
    pulse = Pulse(target)
    neighbour = Neighbour()
    names, addresses = itertools.cycle(neighbour.names()), itertools.cycle(sources(40))
    asked = taken = files = 0
    try:
        for method, path, query, body in _operations(target):
            for _ in range(2 if body else 1):
                name = next(names)
                quoted = urllib.parse.quote(name, safe="")
                place = re.sub(r"\{\w+\}", quoted if method == "GET" else str(uuid.uuid4()), path)
                if query:
                    place += "?" + "&".join(f"{key}={quoted}" for key in query)
                status = _ask(target, next(addresses), method, place, json.dumps(body(name)) if body else None)
                asked += 1
                taken += status < 300
        for name in neighbour.names()[:2]:
            for purpose, kind, content in _files(name):
                place = f"/api/v1/files?purpose={purpose}&name={urllib.parse.quote(name, safe='')}"
                files += _ask(target, next(addresses), "POST", place, content, kind) < 300
            if found.stops and neighbour.heard:
                break
            for request in _claims(name, f"127.0.0.1:{neighbour.port}"):
                exchange(target, request.encode(), 3, next(addresses))
                asked += 1
        time.sleep(2)  # what is done later than the answer, by jobs and reactions
    finally:
        neighbour.close()
    found.others(pulse)
    found.figure(f"{taken} of {asked} requests that name a neighbour were taken and {files} such files, "
                 f"it heard {len(neighbour.heard)}")
    found.expect(not neighbour.heard, f"the neighbour was asked {len(neighbour.heard)} times")
    found.expect(found.stops or (taken >= TAKEN_MIN and files >= FILES_MIN),
                 f"only {taken} requests and {files} files were taken: nothing was planted")


CHECKS = [
    (inner_addresses, {"with-admin": True}, "eager"),
]
