// What mailparser, a reader of mail of another make, finds in the messages on standard input:
// each begins with its length in bytes on a line of its own.

import { readFileSync } from "node:fs";

import { simpleParser } from "mailparser";

const AS_IT_CAME = { skipTextToHtml: true, skipHtmlToText: true, skipTextLinks: true };

function* messages(bytes) {
  let at = 0;
  while (at < bytes.length) {
    const end = bytes.indexOf(10, at);
    const length = Number(bytes.subarray(at, end).toString());
    yield bytes.subarray(end + 1, end + 1 + length);
    at = end + 1 + length;
  }
}

const found = [];
for (const message of messages(readFileSync(0))) {
  const mail = await simpleParser(message, AS_IT_CAME);
  found.push({
    from: mail.from?.value ?? [],
    to: mail.to?.value ?? [],
    copies: [...(mail.cc?.value ?? []), ...(mail.bcc?.value ?? [])],
    headers: mail.headerLines.map((header) => header.key),
    subject: mail.subject,
    date: mail.date,
    messageId: mail.messageId,
    text: mail.text ?? null,
    html: mail.html || null,
    attachments: mail.attachments.map((file) => ({
      name: file.filename,
      type: file.contentType,
      method: file.headers.get("content-type").params.method ?? null,
      disposition: file.contentDisposition,
      content: file.content.toString("base64"),
    })),
  });
}
console.log(JSON.stringify(found));
