"""What ``osteon mail`` says in the terminal: help, the preview, what became of each letter."""

from __future__ import annotations

from typing import Final

from scheduler.words.amounts import count

MAIL_HELP: Final = """\
Mail the plans: a draft for each athlete whose plan changed since their last mail.

Takes the folder that osteon roster wrote, or one record (.json). A draft (.eml) lies beside the
plan's files and opens in a mail program, ready to send; nothing is sent. With --send it goes out
by your mail server, encrypted, each letter once, after a preview and a yes.
"""
MAIL_END: Final = """\
\b
  osteon mail plans                      drafts of what changed
  osteon mail plans --week               this week's sessions, a short note each
  osteon mail plans --page               with the page to print as well
  osteon mail plans/sam/sam.json --all   one athlete, changed or not
  osteon mail plans --send --from "Jo Brown <jo@example.org>"

\b
The mail server: OSTEON_SMTP_HOST, OSTEON_SMTP_PORT (587), OSTEON_SMTP_USER,
OSTEON_SMTP_SECURITY (starttls or tls), OSTEON_MAIL_FROM in the environment.
The password: OSTEON_SMTP_PASSWORD, or once: keyring set osteon USER@HOST
"""
SOURCE: Final = "The folder osteon roster wrote, or one record (.json)."
WEEK: Final = "A short note of this week's sessions, without a calendar."
EVERYONE: Final = "Also those whose plan did not change since their last mail."
SEND: Final = "Send by your mail server, instead of writing drafts."
YES: Final = "Send without asking; for scripts."
SENDER: Final = "Who sends, as in 'Jo Brown <jo@example.org>'; OSTEON_MAIL_FROM too."
PAGE: Final = "Attach the page to print as well."
HOST: Final = "The mail server; OSTEON_SMTP_HOST too."
PORT: Final = "Its port; OSTEON_SMTP_PORT too. Default: 587, or 465 with tls."
USER: Final = "Who logs in there; OSTEON_SMTP_USER too."
SECURITY: Final = "starttls or tls; OSTEON_SMTP_SECURITY too. Never without."
PER_MINUTE: Final = "At most so many letters a minute."
AGAIN: Final = (
    "Send to this plan again, though its letter may have arrived; more than once allowed."
)
JSON: Final = "Print what became of each letter, for programs."

NO_SENDER: Final = "who sends is missing; for example 'Jo Brown <jo@example.org>'"
OTHER_NAME: Final = "is not the name of its file, so it is nobody's to mail"
NO_RECORDS: Final = "holds no plan; osteon roster writes them"
NO_RECORD: Final = "is no record (.json); give one, or the folder osteon roster wrote"
TWINS: Final = "{paths} are records of one plan; move the one that is not in use away"
WITH_SEND: Final = "goes with --send, which is not given"
NO_PAGE: Final = "a week's note has no page; give one of --week and --page"
NOBODY_AGAIN: Final = "no plan here is called {plans}; the ids stand in index.html"
NO_TO: Final = (
    "without an address: put it in yourself, or into the profile, and write it anew with --all"
)
NO_SUCH: Final = "there is no such file or folder; give what osteon roster wrote"
NEEDS_YES: Final = "Nothing was sent: without a terminal to ask at, --send needs --yes."
ASK: Final = "Send {letters}?"
HAVE_DRAFTS: Final = (
    "{number} of them have a draft of the same revision. What you sent by hand osteon does not know:"
    " those would get it twice."
)
FOR_SENDING: Final = "to send"
NOTHING_SENT: Final = "Nothing was sent."
SENDING: Final = "Sending"
WRITING: Final = "Writing drafts"
WAITING: Final = "Waiting {seconds} s, then again: {reason}"
NO_ONE: Final = "Nobody to write to: no plan changed since its last mail. --all writes to all."
NO_ONE_THIS_WEEK: Final = "Nobody to write to: this week's notes are out, or no plan has this week."
PREVIEW: Final = "{letters} by {host}, port {port} ({security}), from {sender}"
FIRST: Final = "The first of them:"
MORE: Final = "and {number} more"
SUBJECT: Final = "Subject: {subject}"
OPEN_THEM: Final = "Open a draft in your mail program, look, send. It lies beside the plan's files."
STOPPED_BY_YOU: Final = "Stopped. What went out is noted; the same command goes on from here."
STOPPED: Final = "Stopped: {reason}"
UNSURE_HINT: Final = (
    "Ask them, or look into your mail program. To send one again: --again {plan_id}"
)

# What became of a letter, in the order in which they are told; the words are those of --json.
TITLES: Final = {
    "sent": "Sent",
    "drafted": "Drafts written",
    "unsure": "May or may not have arrived; not sent again by itself",
    "refused": "Not sent",
    "not-written": "Draft not written",
    "not-tried": "Not tried",
    "no-address": "No e-mail in the profile",
    "removed": "No profile any more, so no mail",
}
GOOD: Final = ("sent", "drafted")
REASONS: Final = {
    "unchanged": "{plans} without a change since the last mail",
    "no-week": "{plans} without such a week",
}


def letters(number: int) -> str:
    """How many letters."""
    return count(number, "letter", "letters")


def left(what: str, number: int) -> str:
    """How many plans got no letter for a reason that needs nobody."""
    return REASONS[what].format(plans=count(number, "plan", "plans"))
