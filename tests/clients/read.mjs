// What ical.js, Thunderbird's reader, makes of the calendar file on standard input.

import { readFileSync } from "node:fs";

import ICAL from "ical.js";

function told(time) {
  const isFloating = time.zone === ICAL.Timezone.localTimezone;
  return {
    local: time.toString().replace(/Z$/, ""),
    offset: time.isDate || isFloating ? null : time.utcOffset(),
  };
}

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    start: told(event.startDate),
    end: told(event.endDate),
    title: event.summary,
    status: component.getFirstPropertyValue("status"),
    sequence: event.sequence,
    triggers: component
      .getAllSubcomponents("valarm")
      .map((alarm) => alarm.getFirstPropertyValue("trigger").toSeconds()),
  };
});
console.log(JSON.stringify(events));
