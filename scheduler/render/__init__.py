"""Renderers: a record in, bytes or text out. Each is loaded on use."""
