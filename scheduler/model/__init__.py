"""Frozen values, and nothing that computes: the profile, the plan, the limits, the record.

Values flow one way: profile -> season -> weeks -> days -> sessions -> record -> renderers. Dates
are ``datetime.date``; weekdays are 0 (Monday) to 6; minutes, metres and seconds are whole numbers.
"""
