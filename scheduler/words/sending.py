"""What is said while mail goes out: the server's settings, its answers and the journal."""

from __future__ import annotations

from typing import Final

SETTINGS: Final = "mail server"

NO_HOST: Final = "no mail server is given; for example OSTEON_SMTP_HOST=smtp.example.org"
USER_FORGOTTEN: Final = "is given without a user; set OSTEON_SMTP_USER too, or take it away"

NOT_OFFERED: Final = (
    "the server offers no STARTTLS, so mail would be readable on the way and none is given to it; "
    "many such servers speak TLS on port 465"
)
NO_LOGIN_OFFERED: Final = (
    "the server offers no login by password that osteon knows (PLAIN or LOGIN); "
    "without a user osteon does not log in"
)
NOT_TLS: Final = (
    "no encrypted connection could be agreed on, so no mail is given to the server; "
    "port 465 usually wants security tls, port 587 starttls"
)
SILENT: Final = (
    "the server said nothing within a minute; "
    "port 465 usually wants security tls, port 587 starttls"
)
EXPIRED: Final = "the server's certificate has expired, so no mail is given to it"
NOT_YET_VALID: Final = (
    "the server's certificate is not valid yet, so no mail is given to it; "
    "is this machine's clock right?"
)
UNKNOWN_CERTIFICATE: Final = (
    "the server's certificate is vouched for by nobody that this machine trusts, "
    "so no mail is given to it"
)
LOST: Final = "the connection was lost before the letter was complete"
LOST_AT_START: Final = "the connection was lost before a letter could be given"
STRANGE_ANSWER: Final = "the server gave an answer that does not fit"
BAD_ADDRESS: Final = "the address cannot be used: letters, digits and signs of ASCII with one @"
PLAN_CHANGED: Final = "the plan or the address changed meanwhile; run the command again"
NOT_ENCODED: Final = "the message holds letters that mail cannot carry; this is osteon's own fault"
ANOTHER_IS_SENDING: Final = "another osteon mail is at work in this folder; wait until it is done"
BROKEN_LINE: Final = (
    "is not a line of the mail journal; put the file back from a copy. "
    "Without it osteon cannot tell what was mailed"
)


def bad_port(found: str) -> str:
    """Said of a port that is none."""
    return f"is {found!r}; a whole number from 1 to 65535 is allowed"


def bad_security(found: str) -> str:
    """Said of a way to encrypt that there is not."""
    return f"is {found!r}; starttls or tls is allowed, and mail never goes out without"


def bad_host(found: str) -> str:
    """Said of a server's name that cannot be one."""
    return f"is {found!r}; a name such as smtp.example.org is allowed, without port and user"


def no_password(user: str, host: str, keyring: str) -> str:
    """Said where a user has no password; ``keyring`` is what came of asking the keyring."""
    return (
        f"{user} has no password: set OSTEON_SMTP_PASSWORD, "
        f"or store it once with: keyring set osteon {user}@{host}{keyring}"
    )


def keyring_missing() -> str:
    """Added to ``no_password`` where the library is not installed."""
    return " (needs pip install keyring)"


def keyring_closed(reason: str) -> str:
    """Added to ``no_password`` where the system's keyring could not be read."""
    return f" (the keyring could not be read: {reason})"


def wrong_name(host: str) -> str:
    """Said of a certificate that belongs to another server."""
    return f"the server's certificate is not for {host}, so no mail is given to it"


def not_reached(host: str, port: int, reason: str) -> str:
    """Said of a server that does not answer at all."""
    return f"{host}, port {port}, cannot be reached: {reason}"


def answered(code: int, words: str) -> str:
    """The server's own answer: its number and what it said, in one clean line."""
    return f"the server said {code} {words}".rstrip()


def login_refused(answer: str) -> str:
    """Said of a login that the server did not take."""
    return f"the login was refused: {answer}"


def sender_refused(sender: str, answer: str) -> str:
    """Said where the server takes no mail from this sender."""
    return f"no mail is taken from {sender}: {answer}"


def too_big(size: int, most: int) -> str:
    """Said of a message of ``size`` bytes where the server takes ``most``."""
    return f"the message is {size / 1e6:.1f} MB and the server takes at most {most / 1e6:.1f} MB"


def newer_journal(schema: object) -> str:
    """Said of a line that a later osteon wrote."""
    return f"is of schema {schema!r}, and this osteon knows 1; use a newer one"
