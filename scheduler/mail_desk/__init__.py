"""``osteon mail``: whose letters are due, and how they leave, as drafts or by a mail server."""
