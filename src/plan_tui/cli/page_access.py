"""Who may reach the browser view: whoever was given the address that is printed, and nobody else.

Every program and every user of a machine reaches its localhost, and a web site can make a browser
send requests there. So the address holds a secret, which the browser changes for a cookie; requests
of other origins and host names are refused whatever they hold.
"""

from __future__ import annotations

import re
import secrets

from plan_tui.text.record import field, record

HOST = "localhost"
TOKEN = "token"
"""The secret's name in the address."""
_SECRET_BYTES = 32
_NAME_BYTES = 4
_OWN_HOST = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?")
"""Names of this machine, with any port: a tunnel (``ssh -L``) has one of its own."""


def _secret() -> str:
    return secrets.token_urlsafe(_SECRET_BYTES)


@record
class PageAccess:
    """The secrets of one run of the server."""

    token: str = field(default_factory=_secret)
    """Stands in the address that is printed."""
    session: str = field(default_factory=_secret)
    """The value of the cookie that the address is changed for."""
    cookie: str = field(default_factory=lambda: f"plan-tui-{secrets.token_hex(_NAME_BYTES)}")
    """Its name: a cookie belongs to a host with all its ports, and several servers may run."""

    def address(self, port: int) -> str:
        """Return the address to open."""
        return f"http://{HOST}:{port}/?{TOKEN}={self.token}"

    def knows_token(self, given: str | None) -> bool:
        """Return whether the secret of an address is ours."""
        return given is not None and secrets.compare_digest(given.encode(), self.token.encode())

    def knows_session(self, given: str | None) -> bool:
        """Return whether the value of a cookie is ours."""
        return given is not None and secrets.compare_digest(given.encode(), self.session.encode())


def admits(host: str, sender: str | None) -> bool:
    """Return whether a request can be of the page itself, by its ``Host`` and ``Origin`` headers.

    Requests that other web sites make the browser send are refused, and so are those of a host
    name that was pointed to this machine (DNS rebinding). ``sender`` is None without ``Origin``.
    """
    return bool(_OWN_HOST.fullmatch(host)) and sender in (None, f"http://{host}")
