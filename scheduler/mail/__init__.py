"""Mail on its way: the server's settings, the journal of what went out, and the sending itself."""
