"""A run of sending in a process of its own, to be killed.

``python mail_sender.py PORT USER PASSWORD FOLDER COUNT``; whom to trust comes from the environment.
"""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> None:
    """Send the letters."""
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from scheduler.mail.settings import MailServer, Password, Security
    from tests.mail_factory import mail, orders

    port, user, password, folder, count = sys.argv[1:]
    server = MailServer(
        host="127.0.0.1",
        port=int(port),
        security=Security.STARTTLS,
        user=user,
        password=Password(password),
    )
    mail(server, Path(folder), orders(int(count)), context=None)


if __name__ == "__main__":
    main()
