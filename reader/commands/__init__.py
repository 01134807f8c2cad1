"""One thin module a sub-command: `configure(parser)` declares its options, `run(options)` returns the exit code."""
